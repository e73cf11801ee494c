package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.model.domain.ModelCommands.APPROVED;
import static vn.danvankheo.command.model.domain.ModelCommands.NEXT_YEAR;
import static vn.danvankheo.command.model.domain.ModelCommands.RECOGNIZED;
import static vn.danvankheo.command.model.domain.ModelCommands.replicateModel;
import static vn.danvankheo.command.model.domain.ModelScenarios.DEPARTMENT;
import static vn.danvankheo.command.model.domain.ModelScenarios.given;
import static vn.danvankheo.command.model.domain.ModelScenarios.office;
import static vn.danvankheo.command.model.domain.ModelScenarios.then;
import static vn.danvankheo.events.samples.FormSamples.CENTRE;
import static vn.danvankheo.events.samples.ModelSamples.modelClosed;
import static vn.danvankheo.events.samples.ModelSamples.modelRenewed;
import static vn.danvankheo.events.samples.ModelSamples.modelReplicated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.Scenario;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.samples.FormSamples;
import vn.danvankheo.events.samples.PlanSamples;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.SourceModel;
import vn.danvankheo.events.vocabulary.SubjectKind;

class ReplicatingTest {
  private static final LocalDate PAPER = LocalDate.of(2025, 3, 10);

  private static Scenario<ModelCommand, ModelState, ModelEvent> receiving(ModelEvent... history) {
    return given(history).on(NEXT_YEAR).by("nc", DEPARTMENT, Role.CLERK);
  }

  @Test
  void theReceivingUnitTakesARecognisedModelOverAndNothingHappensToIt() {
    receiving(RECOGNIZED).when(replicateModel(DEPARTMENT, 2025)).thenNothing();
  }

  @Test
  void whatWasOnceRecognisedStaysAnExample() {
    receiving(then(RECOGNIZED, modelRenewed(2025), modelClosed(ClosureOutcome.COMPLETED)))
        .when(replicateModel(DEPARTMENT, 2025))
        .thenNothing();
  }

  @Test
  void theSourcesUnitDecidesNothing() {
    given(RECOGNIZED)
        .by("ttpvhcc", CENTRE, Role.CLERK)
        .when(replicateModel(DEPARTMENT, 2025))
        .thenBroken(Rule.NOT_YOUR_UNIT);
  }

  @Test
  void theSourceMustHaveBeenRecognised() {
    receiving(APPROVED)
        .when(replicateModel(DEPARTMENT, 2025))
        .thenBroken(Rule.SOURCE_NOT_RECOGNIZED);
  }

  @Test
  void theOwnUnitRenewsInstead() {
    given(RECOGNIZED).when(replicateModel(CENTRE, 2025)).thenBroken(Rule.SAME_UNIT);
  }

  @Test
  void whatTheSourcesOwnStreamTellsIsNotDoneAgain() {
    ModelEvent[] copied = then(RECOGNIZED, modelReplicated(DEPARTMENT, 2025));
    receiving(copied).when(replicateModel(DEPARTMENT, 2025)).thenBroken(Rule.ALREADY_REPLICATED);
    receiving(copied).when(replicateModel(DEPARTMENT, 2026)).thenNothing();
    given(copied).when(replicateModel("VP", 2025)).thenNothing();
  }

  @Test
  void anUnknownUnitIsAFault() {
    given(RECOGNIZED).when(replicateModel("NOWHERE", 2025)).thenInvalid("/unitCode UNIT_UNKNOWN");
  }

  @Test
  void theCopySaysWhatTheSourceSaysInItsOwnYear() {
    ModelForm copy = registration(replicateModel(DEPARTMENT, 2025), RECOGNIZED).form();
    assertThat(copy.title()).isEqualTo(FormSamples.form().title());
    assertThat(copy.content()).isEqualTo(FormSamples.form().content());
    assertThat(copy.unitCode()).isEqualTo(DEPARTMENT);
    assertThat(copy.startsOn()).isEqualTo(LocalDate.of(2025, 3, 12));
    assertThat(copy.endsOn()).isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(copy.subjectKind()).isEqualTo(SubjectKind.COLLECTIVE);
    assertThat(copy.subjectName()).isEqualTo(PersonalText.open("Phòng VP-NC"));
  }

  @Test
  void theCopyMayHaveItsOwnTitlePlaceObjectivesAndDay() {
    List<Objective> own = List.of(new Objective("Đơn thư", "vụ", BigDecimal.ONE));
    RegisterModel copy =
        registration(
            new ReplicateModel("it", "copy", DEPARTMENT, 2025, "Tên khác", "Nơi khác", own, PAPER),
            RECOGNIZED);
    assertThat(copy.form().title()).isEqualTo("Tên khác");
    assertThat(copy.form().location()).isEqualTo("Nơi khác");
    assertThat(copy.objectives()).isEqualTo(own);
    assertThat(copy.registeredOn()).isEqualTo(PAPER);
  }

  @Test
  void personsMoneyAndPapersStayWithTheSource() {
    ModelForm change =
        FormSamples.with(
            FormSamples.with(
                FormSamples.only("responsiblePerson", PersonalText.of("Người phụ trách")),
                "contactPhone",
                PersonalText.of("0912345678")),
            "budgetVnd",
            45_000_000L);
    ModelEvent update = new ModelUpdated(2024, change, List.of(), null, false);
    ModelForm copy =
        registration(replicateModel(DEPARTMENT, 2025), then(RECOGNIZED, update)).form();
    assertThat(copy.responsiblePerson()).isNull();
    assertThat(copy.contactPhone()).isNull();
    assertThat(copy.budgetVnd()).isNull();
    assertThat(copy.beneficiaries()).isNull();
  }

  @Test
  void theCopyIsLegalByTheReceivingUnitsPlan() {
    var own =
        office()
            .plan(
                PlanSamples.with(
                    PlanSamples.with(PlanSamples.plan(2025), "unitCode", DEPARTMENT),
                    "focusTasks",
                    null));
    var source = given(own, RECOGNIZED).on(NEXT_YEAR);
    RegisterModel copy =
        ReplicaForm.registration(
            replicateModel(DEPARTMENT, 2025), "DVK-2025-0001", source.state(), source.context());
    assertThat(copy.form().focusTasks()).isNull();
    assertThat(copy.form().legalBases()).containsExactly("89/KH-UBND");
    ModelRegistered registered =
        (ModelRegistered) given(own).on(NEXT_YEAR).when(copy).then().get(0);
    assertThat(registered.replicatedFrom())
        .isEqualTo(new SourceModel("it", FormSamples.form().title(), CENTRE));
    assertThat(registered.code()).isEqualTo("DVK-2025-0001");
  }

  @Test
  void theObjectivesAreThoseOfTheYearThatProvedItself() {
    ModelEvent other =
        Records.with(
            modelRenewed(2025),
            "objectives",
            List.of(new Objective("Chưa chứng minh", "%", BigDecimal.ONE)));
    assertThat(registration(replicateModel(DEPARTMENT, 2025), then(RECOGNIZED, other)).objectives())
        .isEqualTo(FormSamples.objectives());
  }

  private static RegisterModel registration(ReplicateModel command, ModelEvent... history) {
    var source = given(history).on(NEXT_YEAR);
    return ReplicaForm.registration(command, "DVK-2025-0001", source.state(), source.context());
  }
}
