package vn.danvankheo.query.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

class DocumentDigestTest {
  private static final HexFormat HEX = HexFormat.of();

  private final DocumentDigest digests = new DocumentDigest();

  @Test
  void theOrderOfFieldsAndTheWidthOfNumbersMakeNoDifference() {
    assertThat(digest("{_id: 'a', n: 1, of: {x: true, y: null}}"))
        .isEqualTo(digest("{of: {y: null, x: true}, n: {$numberLong: '1'}, _id: 'a'}"));
  }

  @Test
  void anythingElseDoes() {
    List<String> all =
        List.of(
            "{}",
            "{a: null}",
            "{a: ''}",
            "{a: '1'}",
            "{a: 1}",
            "{a: 2}",
            "{a: {$numberDecimal: '1'}}",
            "{a: {$numberDecimal: '1.0'}}",
            "{a: 1.5}",
            "{a: {$oid: '507f1f77bcf86cd799439011'}}",
            "{a: true}",
            "{a: false}",
            "{a: {$date: {$numberLong: '1'}}}",
            "{a: []}",
            "{a: [1]}",
            "{a: [1, 2]}",
            "{a: [2, 1]}",
            "{a: [[1], 2]}",
            "{a: {}}",
            "{a: {b: 1}}",
            "{b: {a: 1}}",
            "{a: {}, b: 1}",
            "{a: {$binary: {base64: 'AQ==', subType: '00'}}}");
    assertThat(all.stream().map(this::digest)).doesNotHaveDuplicates();
    assertThat(HEX.formatHex(digests.of("versions", BsonDocument.parse("{}"))))
        .isNotEqualTo(digest("{}"));
  }

  @Test
  void aDocumentOfAnySizeIsDigested() {
    BsonDocument small = BsonDocument.parse("{_id: 'a'}");
    String before = HEX.formatHex(digests.of("", small));
    assertThat(digests.of("", BsonDocument.parse("{a: '" + "ư".repeat(50_000) + "'}"))).hasSize(32);
    assertThat(HEX.formatHex(digests.of("", small))).isEqualTo(before);
  }

  @Property(tries = 200)
  void theSumIsTheSumHoweverItIsDivided(
      @ForAll @IntRange(min = 0, max = 40) int count, @ForAll long seed) {
    Random random = new Random(seed);
    List<byte[]> all = new ArrayList<>();
    BigInteger expected = BigInteger.ZERO;
    for (int i = 0; i < count; i++) {
      byte[] digest = new byte[32];
      random.nextBytes(digest);
      if (random.nextInt(4) == 0) {
        Arrays.fill(digest, random.nextInt(28), 32, (byte) 0xff);
      }
      all.add(digest);
      expected = expected.add(new BigInteger(1, digest));
    }
    Collections.shuffle(all, random);
    DigestSum sum = new DigestSum();
    DigestSum others = new DigestSum();
    all.forEach(digest -> (random.nextBoolean() ? sum : others).add(digest));
    sum.add(others);

    BigInteger modulus = BigInteger.ONE.shiftLeft(256);
    assertThat(sum).hasToString("sha256-sum:%064x".formatted(expected.mod(modulus)));
    assertThat(sum.documents()).isEqualTo(count);
  }

  private String digest(String json) {
    BsonValue document = BsonDocument.parse(json);
    return HEX.formatHex(digests.of("", document.asDocument()));
  }
}
