package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.model.domain.ModelCommands.APPROVED;
import static vn.danvankheo.command.model.domain.ModelCommands.NEXT_YEAR;
import static vn.danvankheo.command.model.domain.ModelCommands.RECOGNIZED;
import static vn.danvankheo.command.model.domain.ModelCommands.renewModel;
import static vn.danvankheo.command.model.domain.ModelScenarios.DEPARTMENT;
import static vn.danvankheo.command.model.domain.ModelScenarios.given;
import static vn.danvankheo.command.model.domain.ModelScenarios.office;
import static vn.danvankheo.command.model.domain.ModelScenarios.then;
import static vn.danvankheo.events.samples.FormSamples.CENTRE;
import static vn.danvankheo.events.samples.ModelSamples.modelApproved;
import static vn.danvankheo.events.samples.ModelSamples.modelClosed;
import static vn.danvankheo.events.samples.ModelSamples.modelRegistered;
import static vn.danvankheo.events.samples.ModelSamples.modelRenewed;
import static vn.danvankheo.events.samples.ModelSamples.modelWithdrawn;
import static vn.danvankheo.events.samples.ModelSamples.progressReported;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.Scenario;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelRenewed;
import vn.danvankheo.events.model.ModelWithdrawn;
import vn.danvankheo.events.samples.FormSamples;
import vn.danvankheo.events.samples.ModelSamples;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.samples.UnitSamples;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.unit.UnitDissolved;
import vn.danvankheo.events.unit.UnitMerged;
import vn.danvankheo.events.unit.UnitSplit;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.Role;

class RenewingTest {
  private static Scenario<ModelCommand, ModelState, ModelEvent> nextYear(ModelEvent... history) {
    return given(history).on(NEXT_YEAR).by(ModelSamples.CLERK, CENTRE, Role.CLERK);
  }

  @Test
  void aYearGoneByIsKeptUpWithItsObjectives() {
    nextYear(RECOGNIZED)
        .when(renewModel(2025))
        .then(
            new ModelRenewed(2025, FormSamples.objectives(), NEXT_YEAR, false, ModelSamples.CLERK));
  }

  @Test
  void theNewYearMayHaveItsOwnObjectives() {
    List<Objective> own = List.of(new Objective("Hồ sơ trực tuyến", "%", BigDecimal.valueOf(60)));
    assertThat(nextYear(RECOGNIZED).when(Records.with(renewModel(2025), "objectives", own)).then())
        .extracting(event -> ((ModelRenewed) event).objectives())
        .containsExactly(own);
    Objective twice = own.get(0);
    nextYear(RECOGNIZED)
        .when(Records.with(renewModel(2025), "objectives", List.of(twice, twice)))
        .thenInvalid("/objectives/1/indicator DUPLICATE");
  }

  @Test
  void aYearIsRegisteredOnce() {
    nextYear(then(RECOGNIZED, modelRenewed(2025)))
        .when(renewModel(2025))
        .thenBroken(Rule.ALREADY_REGISTERED_FOR_YEAR);
    nextYear(RECOGNIZED).when(renewModel(2024)).thenBroken(Rule.ALREADY_REGISTERED_FOR_YEAR);
  }

  @ParameterizedTest
  @EnumSource
  void aClosedModelIsNotKeptUp(ClosureOutcome outcome) {
    nextYear(then(RECOGNIZED, modelClosed(outcome)))
        .when(renewModel(2025))
        .thenBroken(Rule.MODEL_CLOSED);
  }

  @Test
  void theYearBeforeMustHaveBeenReportedOn() {
    assertThat(nextYear(APPROVED).when(renewModel(2025)).thenBroken(Rule.PREVIOUS_YEAR_OPEN))
        .containsEntry("year", 2024);
    assertThat(nextYear(then(APPROVED, progressReported())).when(renewModel(2025)).then())
        .hasSize(1);
  }

  @Test
  void theYearBeforeMustHaveBeenApproved() {
    nextYear(modelRegistered()).when(renewModel(2025)).thenBroken(Rule.WRONG_STATE);
    nextYear(modelRegistered(), modelWithdrawn())
        .when(renewModel(2025))
        .thenBroken(Rule.WRONG_STATE);
  }

  @Test
  void aPendingYearBetweenKeepsItOpen() {
    nextYear(then(RECOGNIZED, modelRenewed(2025)))
        .when(renewModel(2026))
        .thenBroken(Rule.PREVIOUS_YEAR_OPEN);
  }

  @Test
  void aWithdrawnYearLeavesAGap() {
    ModelEvent[] withdrawn =
        then(RECOGNIZED, modelRenewed(2025), new ModelWithdrawn(2025, "Không đủ điều kiện"));
    LocalDate later = LocalDate.of(2026, 2, 15);
    given(withdrawn).on(later).when(renewModel(2026)).thenInvalid("/reason REQUIRED");
    assertThat(given(withdrawn).on(later).because("Tạm nghỉ một năm").when(renewModel(2026)).then())
        .hasSize(1);
  }

  @Test
  void anEarlierYearThanTheLatestIsPast() {
    given(modelRegistered(), modelApproved(), progressReported(), modelRenewed(2026))
        .on(LocalDate.of(2026, 2, 15))
        .because("Bổ sung")
        .when(renewModel(2025))
        .thenBroken(Rule.WRONG_STATE);
  }

  @Test
  void thereMustBeAPlanForTheNewYear() {
    given(office().noPlan("VP-2025"), RECOGNIZED)
        .on(NEXT_YEAR)
        .when(renewModel(2025))
        .thenBroken(Rule.PLAN_NOT_ISSUED);
  }

  @Test
  void lateRenewalsNeedAReason() {
    LocalDate april = LocalDate.of(2025, 4, 1);
    given(RECOGNIZED).on(april).when(renewModel(2025)).thenBroken(Rule.REGISTRATION_CLOSED);
    assertThat(given(RECOGNIZED).on(april).because("Nghỉ Tết dài").when(renewModel(2025)).then())
        .extracting(event -> ((ModelRenewed) event).late())
        .containsExactly(true);
  }

  @Test
  void anotherUnitsClerkMayNot() {
    given(RECOGNIZED)
        .on(NEXT_YEAR)
        .by("nc", DEPARTMENT, Role.CLERK)
        .when(renewModel(2025))
        .thenBroken(Rule.NOT_YOUR_UNIT);
  }

  @Test
  void aSuccessorKeepsUpWhatItTookOver() {
    LocalDate newYear = LocalDate.of(2025, 1, 1);
    var merged = office().unit(CENTRE, new UnitMerged(DEPARTMENT, newYear, UnitSamples.basis()));
    assertThat(
            given(merged, RECOGNIZED)
                .on(NEXT_YEAR)
                .by("nc", DEPARTMENT, Role.CLERK)
                .when(renewModel(2025))
                .then())
        .hasSize(1);
    var dissolved = office().unit(CENTRE, new UnitDissolved(null, newYear, UnitSamples.basis()));
    given(dissolved, RECOGNIZED)
        .on(NEXT_YEAR)
        .when(renewModel(2025))
        .thenBroken(Rule.UNIT_NOT_ACTIVE);
    var split =
        office()
            .unit(CENTRE, new UnitSplit(List.of(DEPARTMENT, "VP"), newYear, UnitSamples.basis()));
    given(split, RECOGNIZED).on(NEXT_YEAR).when(renewModel(2025)).thenBroken(Rule.UNIT_NOT_ACTIVE);
  }
}
