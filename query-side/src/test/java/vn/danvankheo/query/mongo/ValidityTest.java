package vn.danvankheo.query.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

class ValidityTest {
  private static final long YEARS_200 = 6_311_390_400_000L;
  private static final long DAY = 86_400_000;

  @Property
  void aVersionSharesOneSpanWithEveryMomentOfItsTimeAndNoneWithOtherDays(
      @ForAll @LongRange(min = -DAY, max = YEARS_200) long a,
      @ForAll @LongRange(min = -DAY, max = YEARS_200) long b,
      @ForAll @LongRange(min = -DAY, max = YEARS_200) long moment) {
    long from = Math.min(a, b);
    long to = Math.max(a, b);
    long last = 65_535;
    long day = Math.max(0, Math.min(last, Math.floorDiv(moment, DAY)));
    boolean daysTouched =
        day >= Math.max(0, Math.min(last, Math.floorDiv(from, DAY)))
            && day <= Math.max(0, Math.min(last, Math.floorDiv(to, DAY)));

    assertThat(shared(from, to, moment)).isEqualTo(daysTouched ? 1 : 0);
  }

  @Property
  void aFewSpansAreEnough(@ForAll @LongRange(max = 40_000) long days) {
    assertThat(spans(0, days * DAY)).hasSizeLessThanOrEqualTo(2 * 16);
  }

  @Example
  void whatHasNotEndedStandsAtEveryMoment() {
    BsonDocument open = new BsonDocument();
    Validity.put(open, Instant.parse("2024-05-06T07:08:09Z"), null);

    assertThat(asked(Instant.parse("2031-01-01T00:00:00Z")))
        .containsAll(open.getArray(Validity.SPANS));
  }

  private static int shared(long from, long to, long moment) {
    Set<BsonValue> both = new HashSet<>(spans(from, to));
    both.retainAll(asked(Instant.ofEpochMilli(moment)));
    return both.size();
  }

  private static List<BsonValue> spans(long from, long to) {
    BsonDocument document = new BsonDocument();
    Validity.put(document, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
    return document.getArray(Validity.SPANS).getValues();
  }

  private static BsonArray asked(Instant moment) {
    return Validity.at(moment).getDocument(Validity.SPANS).getArray("$in");
  }
}
