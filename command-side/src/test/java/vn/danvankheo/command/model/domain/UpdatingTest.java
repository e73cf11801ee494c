package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.model.domain.ModelCommands.APPROVED;
import static vn.danvankheo.command.model.domain.ModelCommands.RECOGNIZED;
import static vn.danvankheo.command.model.domain.ModelCommands.clear;
import static vn.danvankheo.command.model.domain.ModelCommands.updateModel;
import static vn.danvankheo.command.model.domain.ModelScenarios.DEPARTMENT;
import static vn.danvankheo.command.model.domain.ModelScenarios.OFFICE;
import static vn.danvankheo.command.model.domain.ModelScenarios.given;
import static vn.danvankheo.command.model.domain.ModelScenarios.office;
import static vn.danvankheo.command.model.domain.ModelScenarios.then;
import static vn.danvankheo.events.samples.FormSamples.CENTRE;
import static vn.danvankheo.events.samples.FormSamples.only;
import static vn.danvankheo.events.samples.ModelSamples.modelClosed;
import static vn.danvankheo.events.samples.ModelSamples.modelMoved;
import static vn.danvankheo.events.samples.ModelSamples.modelRegistered;
import static vn.danvankheo.events.samples.ModelSamples.modelRenewed;
import static vn.danvankheo.events.samples.ModelSamples.modelReturned;
import static vn.danvankheo.events.samples.ModelSamples.modelWithdrawn;
import static vn.danvankheo.events.samples.ModelSamples.recognitionRefused;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.report.ReportIssued;
import vn.danvankheo.events.samples.FormSamples;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.Field;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportType;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.SubjectKind;

class UpdatingTest {
  private static final LocalDate DUE = LocalDate.of(2025, 1, 10);

  @Test
  void onlyWhatReallyChangedIsTold() {
    UpdateModel command =
        new UpdateModel(
            "it",
            null,
            FormSamples.with(
                only("location", "Trụ sở Trung tâm"), "title", FormSamples.form().title()),
            Set.of(),
            FormSamples.objectives());
    given(modelRegistered()).when(command).then(modelMoved());
  }

  @Test
  void onceTheYearIsReportedCoordinatorsAloneCorrectItAndSayWhy() {
    for (String reporting : new String[] {OFFICE, CENTRE}) {
      given(office().report(yearReport(reporting)), modelRegistered())
          .by("vanthu", OFFICE, Role.CLERK)
          .because("Nhầm địa điểm")
          .when(updateModel("location", "Trụ sở Trung tâm"))
          .thenBroken(Rule.YEAR_REPORTED);
      given(office().report(yearReport(reporting)), modelRegistered())
          .by("hctc", OFFICE, Role.COORDINATOR)
          .when(updateModel("location", "Trụ sở Trung tâm"))
          .thenInvalid("/reason REQUIRED");
      List<ModelEvent> corrected =
          given(office().report(yearReport(reporting)), modelRegistered())
              .by("hctc", OFFICE, Role.COORDINATOR)
              .because("Nhầm địa điểm")
              .when(updateModel("location", "Trụ sở Trung tâm"))
              .then();
      assertThat(corrected)
          .singleElement()
          .isInstanceOfSatisfying(ModelUpdated.class, e -> assertThat(e.afterReport()).isTrue());
    }
  }

  @Test
  void anotherUnitsReportBindsNobody() {
    List<ModelEvent> updated =
        given(office().report(yearReport(ModelScenarios.DEPARTMENT)), modelRegistered())
            .by("vanthu", OFFICE, Role.CLERK)
            .when(updateModel("location", "Trụ sở Trung tâm"))
            .then();
    assertThat(updated)
        .singleElement()
        .isInstanceOfSatisfying(ModelUpdated.class, e -> assertThat(e.afterReport()).isFalse());
  }

  private static ReportIssued yearReport(String unitCode) {
    ReportScope year =
        new ReportScope(
            ReportType.YEAR,
            unitCode,
            2024,
            null,
            null,
            null,
            LocalDate.of(2023, 12, 15),
            LocalDate.of(2024, 12, 14));
    return new ReportIssued(
        "r", year, 1, 1, "sha256:0", null, "45/BC-VP", DUE, "Chánh Văn phòng", List.of());
  }

  @Test
  void nothingChangedAppendsNothing() {
    given(modelRegistered()).when(updateModel("location", "Thành phố Bắc Kạn")).thenNothing();
    given(modelRegistered()).when(clear("scope", "attachments")).thenNothing();
    given(APPROVED).when(updateModel("location", "Thành phố Bắc Kạn")).thenNothing();
  }

  @Test
  void anOptionalFieldCanBeEmptied() {
    given(modelRegistered())
        .when(clear("solutions", "beneficiaries"))
        .then(
            new ModelUpdated(
                2024, FormSamples.nothing(), List.of("solutions", "beneficiaries"), null, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title",
        "subjectKind",
        "subjectName",
        "unitCode",
        "field",
        "content",
        "startsOn",
        "endsOn",
        "location",
        "responsiblePosition",
        "objectives"
      })
  void aMandatoryFieldCannotBeEmptied(String name) {
    given(modelRegistered()).when(clear(name)).thenInvalid("/" + name + " REQUIRED");
  }

  @Test
  void objectivesAreTheYears() {
    List<Objective> two =
        List.of(
            FormSamples.objectives().get(0),
            new Objective("Mức độ hài lòng", "%", BigDecimal.valueOf(98)));
    UpdateModel command = new UpdateModel("it", null, FormSamples.nothing(), Set.of(), two);
    given(modelRegistered())
        .when(command)
        .then(new ModelUpdated(2024, FormSamples.nothing(), List.of(), two, false));
    given(modelRegistered())
        .when(Records.with(command, "objectives", List.of(two.get(0), two.get(0))))
        .thenInvalid("/objectives/1/indicator DUPLICATE");
  }

  @Test
  void onceApprovedItNeedsAReason() {
    given(APPROVED).when(updateModel("location", "Nơi khác")).thenInvalid("/reason REQUIRED");
    given(RECOGNIZED).when(updateModel("location", "Nơi khác")).thenInvalid("/reason REQUIRED");
    assertThat(
            given(APPROVED)
                .because("Chuyển trụ sở")
                .when(updateModel("location", "Nơi khác"))
                .then())
        .hasSize(1);
  }

  static Stream<Arguments> lockedFields() {
    return Stream.of(
        Arguments.of("field", Field.NEW_RURAL_AND_URBAN),
        Arguments.of("subjectKind", SubjectKind.HOUSEHOLD),
        Arguments.of("unitCode", DEPARTMENT));
  }

  @ParameterizedTest
  @MethodSource("lockedFields")
  void someFieldsAreLockedOnceApproved(String field, Object value) {
    assertThat(given(modelRegistered()).when(updateModel(field, value)).then()).hasSize(1);
    assertThat(
            given(APPROVED)
                .because("Đổi")
                .when(updateModel(field, value))
                .thenBroken(Rule.FIELD_LOCKED))
        .containsEntry("field", field);
    given(then(RECOGNIZED, modelRenewed(2025)))
        .because("Đổi")
        .when(updateModel(field, value))
        .thenBroken(Rule.FIELD_LOCKED);
  }

  @Test
  void aReturnedFormCanBeCompleted() {
    given(modelRegistered(), modelReturned(DUE))
        .when(updateModel("location", "Trụ sở Trung tâm"))
        .then(modelMoved());
  }

  @ParameterizedTest
  @EnumSource
  void aClosedModelStays(ClosureOutcome outcome) {
    given(then(RECOGNIZED, modelClosed(outcome)))
        .because("Sửa")
        .when(updateModel("location", "Nơi khác"))
        .thenBroken(Rule.MODEL_CLOSED);
  }

  @Test
  void aWithdrawnTermStays() {
    given(modelRegistered(), modelWithdrawn())
        .when(updateModel("location", "Nơi khác"))
        .thenBroken(Rule.MODEL_CLOSED);
  }

  @Test
  void aTermNotRecognisedStays() {
    given(then(APPROVED, recognitionRefused()))
        .because("Sửa")
        .when(updateModel("location", "Nơi khác"))
        .thenBroken(Rule.WRONG_STATE);
  }

  @Test
  void theTermCanBeNamed() {
    UpdateModel earlier = Records.with(updateModel("location", "Nơi khác"), "year", 2024);
    assertThat(given(then(RECOGNIZED, modelRenewed(2025))).because("Sửa").when(earlier).then())
        .extracting(event -> ((ModelUpdated) event).year())
        .containsExactly(2024);
    given(RECOGNIZED).when(Records.with(earlier, "year", 2023)).thenBroken(Rule.TERM_UNKNOWN);
  }

  @Test
  void changedDaysAreChecked() {
    given(modelRegistered())
        .when(updateModel("endsOn", LocalDate.of(2024, 3, 11)))
        .thenInvalid("/endsOn END_BEFORE_START");
    assertThat(
            given(then(RECOGNIZED, modelRenewed(2025)))
                .when(updateModel("endsOn", LocalDate.of(2025, 12, 31)))
                .then())
        .hasSize(1);
  }

  @Test
  void changedReferencesMustBeThePlans() {
    given(modelRegistered())
        .when(updateModel("legalBases", List.of("9/NQ-Z")))
        .thenInvalid("/legalBases/0 LEGAL_BASIS_UNKNOWN");
    given(office().noPlan("VP-2024"), modelRegistered())
        .when(updateModel("legalBases", List.of("9/NQ-Z")))
        .thenBroken(Rule.PLAN_NOT_ISSUED);
    assertThat(
            given(office().noPlan("VP-2024"), modelRegistered())
                .when(updateModel("location", "Nơi khác"))
                .then())
        .hasSize(1);
  }

  @Test
  void anotherUnitMustBeKnownAndTheClerks() {
    given(modelRegistered())
        .when(updateModel("unitCode", "NOWHERE"))
        .thenInvalid("/unitCode UNIT_UNKNOWN");
    given(modelRegistered())
        .by("ttpvhcc", CENTRE, Role.CLERK)
        .when(updateModel("unitCode", DEPARTMENT))
        .thenBroken(Rule.NOT_YOUR_UNIT);
    given(modelRegistered())
        .by("nc", DEPARTMENT, Role.CLERK)
        .when(updateModel("location", "Nơi khác"))
        .thenBroken(Rule.NOT_YOUR_UNIT);
  }

  @Test
  void aPersonsNameIsMarkedWhenTheSubjectBecomesAPerson() {
    var events =
        given(modelRegistered()).when(updateModel("subjectKind", SubjectKind.INDIVIDUAL)).then();
    ModelUpdated updated = (ModelUpdated) events.get(0);
    assertThat(updated.changed().subjectName())
        .isEqualTo(PersonalText.of(FormSamples.form().subjectName().text()));
  }
}
