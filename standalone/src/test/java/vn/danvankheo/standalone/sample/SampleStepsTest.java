package vn.danvankheo.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleStepsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

  private final List<SampleStep> steps = SampleSteps.all();

  @Test
  void everyStepHasAKeyOfItsOwnThatTheContractTakes() {
    assertThat(steps).extracting(SampleStep::key).doesNotHaveDuplicates();
    assertThat(steps).allSatisfy(step -> assertThat(step.key()).matches("[!-~]{1,128}"));
  }

  @Test
  void onlyOpenedAccountsActAndOnlyKnownIdsAreUsed() {
    Placeholders placeholders = new Placeholders(TODAY);
    placeholders.put("password", "x");
    placeholders.put("receipt", "y");
    Set<String> accounts = new HashSet<>(Set.of("admin"));
    for (SampleStep step : steps) {
      assertThat(accounts).as(step.key()).contains(step.as());
      assertThat(placeholders.inPath(step.path())).doesNotContain("{");
      JsonNode body = placeholders.inBody(step.body());
      if (step.path().equals("/api/accounts")) {
        accounts.add(body.get("userName").asString());
      }
      if (step.id() != null) {
        placeholders.put(step.id(), "id-of-" + step.id());
      }
    }
  }

  @Test
  void theOfficeHasItsTenModelsOf2024AndThereAreFortyMoreThanThose() {
    List<SampleStep> models = steps.stream().filter(step -> step.id() != null).toList();
    assertThat(models).hasSizeGreaterThanOrEqualTo(50);
    assertThat(models.stream().filter(SampleStepsTest::ofTheOfficeIn2024)).hasSize(10);
  }

  @Test
  void scoresAreTheOnesOfTheMinutes() {
    Set<BigDecimal> totals =
        steps.stream()
            .filter(step -> step.path().contains("/inspections"))
            .filter(step -> step.body().has("scores"))
            .filter(step -> step.body().get("inspectedOn").asString().startsWith("2024"))
            .filter(step -> step.body().get("minutesNumber").asString().endsWith("BB-VP"))
            .map(step -> total(step.body().get("scores")))
            .collect(Collectors.toSet());
    assertThat(totals)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyInAnyOrder(
            decimals("91.5", "78", "95", "88", "84.5", "72", "93", "47.5", "81"));
  }

  @Test
  void theLastStepTellsThatAllIsLoaded() {
    SampleStep last = steps.get(steps.size() - 1);
    assertThat(last.path()).isEqualTo("/api/units");
    assertThat(last.body().get("code").asString()).isNotEmpty();
  }

  @Test
  void placeholdersStandForIdsAndDays() {
    Placeholders placeholders = new Placeholders(TODAY);
    placeholders.put("a-model", "4711");
    JsonNode body =
        JsonMapper.shared()
            .readTree("{\"models\":[\"{a-model}\"],\"dueOn\":\"today+28\",\"text\":\"today\"}");
    assertThat(placeholders.inBody(body).toString())
        .isEqualTo("{\"models\":[\"4711\"],\"dueOn\":\"2026-02-28\",\"text\":\"today\"}");
    assertThat(placeholders.inPath("/api/models/{a-model}/approval"))
        .isEqualTo("/api/models/4711/approval");
    assertThat(Placeholders.dependOnDay(body)).isTrue();
    assertThat(Placeholders.dependOnDay(body.get("models"))).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> placeholders.inPath("/api/models/{another}"))
        .withMessageContaining("{another}");
  }

  private static boolean ofTheOfficeIn2024(SampleStep step) {
    JsonNode unit = step.body().path("unitCode");
    return step.path().equals("/api/models")
        && step.body().get("year").asInt() == 2024
        && (unit.asString().startsWith("VP") || unit.asString().startsWith("CB-"));
  }

  private static BigDecimal total(JsonNode scores) {
    return scores
        .valueStream()
        .map(score -> score.get("points").decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal[] decimals(String... texts) {
    return java.util.Arrays.stream(texts).map(BigDecimal::new).toArray(BigDecimal[]::new);
  }
}
