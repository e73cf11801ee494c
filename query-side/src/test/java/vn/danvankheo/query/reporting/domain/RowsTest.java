package vn.danvankheo.query.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.events.samples.ModelSamples.modelApproved;
import static vn.danvankheo.events.samples.ModelSamples.modelInspectedWithFinding;
import static vn.danvankheo.events.samples.ModelSamples.modelRegistered;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.samples.PlanSamples;
import vn.danvankheo.events.state.ModelFold;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.Severity;

class RowsTest {
  private static final int YEAR = 2024;
  private static final LocalDate DUE = LocalDate.of(YEAR, 10, 1);

  /** 92 points were excellent by the first definition whatever was left undone. */
  @Test
  void aGraveFindingPastItsDayRatesAModelFairAtBest() {
    ModelState model = inspected();
    assertThat(rating(1, DUE.plusDays(1), model)).isEqualTo(Rating.EXCELLENT);
    assertThat(rating(2, DUE.plusDays(1), model)).isEqualTo(Rating.FAIR);
    assertThat(rating(2, DUE, model)).isEqualTo(Rating.EXCELLENT);
  }

  private static @Nullable Rating rating(int definition, LocalDate to, ModelState model) {
    PlanState plan =
        PlanState.apply(null, new Recorded<>("p", 0, Instant.EPOCH, PlanSamples.planIssued(YEAR)));
    return new Rows(definition, to)
        .model(model, model.term(YEAR).orElseThrow(), Optional.of(plan))
        .rating();
  }

  private static ModelState inspected() {
    ModelState model = null;
    List<ModelEvent> events =
        List.of(modelRegistered(), modelApproved(), modelInspectedWithFinding(Severity.MAJOR, DUE));
    for (int version = 0; version < events.size(); version++) {
      model =
          ModelFold.apply(model, new Recorded<>("m", version, Instant.EPOCH, events.get(version)));
    }
    return Objects.requireNonNull(model);
  }
}
