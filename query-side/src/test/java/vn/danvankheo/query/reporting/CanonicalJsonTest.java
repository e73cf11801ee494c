package vn.danvankheo.query.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.digest.Sha256;

class CanonicalJsonTest {
  /** As reports have them: rows, a value of its own, nothing. */
  public record Content(
      String title, List<Row> rows, List<String> none, Row one, @Nullable String nothing) {}

  /** A row. */
  public record Row(@Nullable String words, int no, BigDecimal score, LocalDate day) {}

  @Test
  void namesAreSortedAndWhatIsMissingIsLeftOut() {
    Content content =
        new Content(
            "“Khéo”\n\"\\\u0001",
            List.of(row(1, "𝔻 và Ế"), row(2, null)),
            List.of(),
            row(3, ""),
            null);
    assertThat(CanonicalJson.digest(content))
        .isEqualTo(
            sha256(
                """
                {"none":[],"one":{"day":"2024-02-05","no":3,"score":12.5,"words":""},\
                "rows":[{"day":"2024-02-05","no":1,"score":12.5,"words":"𝔻 và Ế"},\
                {"day":"2024-02-05","no":2,"score":12.5}],\
                "title":"“Khéo”\\n\\"\\\\\\u0001"}"""));
  }

  @Test
  void rowsThatAreTakenBitByBitAreTheSame() {
    String words = "Vận động Nhân dân 𝔻 ".repeat(40);
    List<Row> rows = IntStream.range(0, 100).mapToObj(no -> row(no, words)).toList();
    String json =
        IntStream.range(0, 100)
            .mapToObj(
                no ->
                    "{\"day\":\"2024-02-05\",\"no\":%d,\"score\":12.5,\"words\":\"%s\"}"
                        .formatted(no, words))
            .collect(Collectors.joining(",", "\"rows\":[", "]"));
    assertThat(CanonicalJson.digest(new Content("", rows, List.of(""), row(0, words), null)))
        .isEqualTo(
            sha256(
                ("{\"none\":[\"\"],\"one\":{\"day\":\"2024-02-05\",\"no\":0,\"score\":12.5,\"words\":\""
                        + words)
                    + ("\"}," + json + ",\"title\":\"\"}")));
  }

  private static Row row(int no, @Nullable String words) {
    return new Row(words, no, new BigDecimal("12.50"), LocalDate.of(2024, 2, 5));
  }

  private static String sha256(String json) {
    return "sha256:" + Sha256.hex(json.getBytes(StandardCharsets.UTF_8));
  }
}
