package vn.danvankheo.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {
  private static final LedgerEntry ENTRY =
      LedgerEntry.of(
          12,
          "018f0000-0000-7000-8000-000000000001",
          "model",
          "tk-2024-001",
          3,
          Instant.parse("2024-06-30T07:15:00.120Z"),
          "ModelApproved",
          1,
          "{}".getBytes(StandardCharsets.UTF_8),
          new byte[0]);

  @Test
  void hasOneFixedForm() {
    assertThat(ENTRY.json())
        .isEqualTo(
            "{\"position\":12,\"eventId\":\"018f0000-0000-7000-8000-000000000001\","
                + "\"aggregateType\":\"model\",\"aggregateId\":\"tk-2024-001\",\"version\":3,"
                + "\"recordedAt\":\"2024-06-30T07:15:00.120000Z\",\"type\":\"ModelApproved\","
                + "\"revision\":1,\"payload\":"
                + "\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\","
                + "\"metadata\":"
                + "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}");
    assertThat(ENTRY.bytes()).hasSizeLessThan(1000);
    assertThat(ENTRY.leafHash()).isEqualTo(Hash.leaf(ENTRY.bytes()));
    assertThat(LedgerEntry.parse(ENTRY.bytes())).isEqualTo(ENTRY);
  }

  @Property
  void anyTextComesBackAsItWas(@ForAll String id) {
    String text = new String(id.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    LedgerEntry entry = new LedgerEntry(1, "e", "a", text, 0, "t", "T", 1, "p", "m");
    assertThat(LedgerEntry.parse(entry.bytes())).isEqualTo(entry);
  }

  @Property
  void writesTimesAsTheJdkDoes(
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long second,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nano) {
    Instant moment = Instant.ofEpochSecond(second, nano);
    String expected =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .withZone(ZoneOffset.UTC)
            .format(moment);
    byte[] none = new byte[0];
    assertThat(LedgerEntry.of(1, "e", "a", "i", 0, moment, "T", 1, none, none).recordedAt())
        .isEqualTo(expected);
  }

  @Test
  void isWrittenInNoOtherWay() {
    String json = ENTRY.json();
    for (String other :
        new String[] {
          "",
          json + " ",
          json.replace("\"position\":12", "\"position\":012"),
          json.replace("tk-", "\\u0074k-"),
          json.replace("\"version\":3,", ""),
          json.replace(",", ", ")
        }) {
      assertThatIllegalArgumentException()
          .as(other)
          .isThrownBy(() -> LedgerEntry.parse(other.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void escapesWhatJsonEscapes() {
    LedgerEntry entry = new LedgerEntry(1, "e", "a", "a\"b\\c\nđ", 0, "t", "T", 1, "p", "m");
    assertThat(entry.json()).contains("\"aggregateId\":\"a\\\"b\\\\c\\u000ađ\"");
  }
}
