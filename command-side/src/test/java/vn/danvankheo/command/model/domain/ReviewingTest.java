package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.model.domain.ModelCommands.APPROVED;
import static vn.danvankheo.command.model.domain.ModelCommands.RECOGNIZED;
import static vn.danvankheo.command.model.domain.ModelCommands.approveModel;
import static vn.danvankheo.command.model.domain.ModelCommands.resubmitModel;
import static vn.danvankheo.command.model.domain.ModelCommands.returnModel;
import static vn.danvankheo.command.model.domain.ModelCommands.withdrawModel;
import static vn.danvankheo.command.model.domain.ModelScenarios.DEPARTMENT;
import static vn.danvankheo.command.model.domain.ModelScenarios.TODAY;
import static vn.danvankheo.command.model.domain.ModelScenarios.TOMORROW;
import static vn.danvankheo.command.model.domain.ModelScenarios.YESTERDAY;
import static vn.danvankheo.command.model.domain.ModelScenarios.given;
import static vn.danvankheo.command.model.domain.ModelScenarios.office;
import static vn.danvankheo.command.model.domain.ModelScenarios.then;
import static vn.danvankheo.events.samples.FormSamples.CENTRE;
import static vn.danvankheo.events.samples.ModelSamples.decision;
import static vn.danvankheo.events.samples.ModelSamples.modelCommended;
import static vn.danvankheo.events.samples.ModelSamples.modelMoved;
import static vn.danvankheo.events.samples.ModelSamples.modelRegistered;
import static vn.danvankheo.events.samples.ModelSamples.modelResubmitted;
import static vn.danvankheo.events.samples.ModelSamples.modelReturned;
import static vn.danvankheo.events.samples.ModelSamples.modelWithdrawn;
import static vn.danvankheo.events.samples.ModelSamples.recognitionRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.events.model.ModelApproved;
import vn.danvankheo.events.model.ModelResubmitted;
import vn.danvankheo.events.model.ModelReturned;
import vn.danvankheo.events.model.ModelWithdrawn;
import vn.danvankheo.events.samples.ModelSamples;
import vn.danvankheo.events.samples.PlanSamples;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Role;

class ReviewingTest {
  private static final String REASON = "Mục tiêu chưa đo đếm được";

  @Test
  void aRegistrationIsReturnedWithAReasonAndADay() {
    given(modelRegistered())
        .because(REASON)
        .when(returnModel(TODAY))
        .then(new ModelReturned(2024, REASON, TODAY));
  }

  @Test
  void theReasonHasTwentyCharactersAtLeastAndTheDayIsNotOver() {
    given(modelRegistered())
        .because("ă".repeat(19))
        .when(returnModel(YESTERDAY))
        .thenInvalid("/reason TOO_SHORT", "/dueOn IN_PAST");
    given(modelRegistered())
        .because("  " + "ă".repeat(18) + "  ")
        .when(returnModel(TODAY))
        .thenInvalid("/reason TOO_SHORT");
    assertThat(given(modelRegistered()).because("ă".repeat(20)).when(returnModel(TODAY)).then())
        .hasSize(1);
    given(modelRegistered()).when(returnModel(TODAY)).thenInvalid("/reason REQUIRED");
  }

  @Test
  void onlyWhatAwaitsReviewIsReturned() {
    given(modelRegistered(), modelReturned(TOMORROW))
        .because(REASON)
        .when(returnModel(TODAY))
        .thenBroken(Rule.NOT_AWAITING_REVIEW);
    given(APPROVED).because(REASON).when(returnModel(TODAY)).thenBroken(Rule.NOT_AWAITING_REVIEW);
  }

  @Test
  void aChangedFormIsHandedInAgain() {
    given(modelRegistered(), modelReturned(TODAY), modelMoved())
        .when(resubmitModel())
        .then(new ModelResubmitted(2024, null, false));
  }

  @Test
  void aNoteDoesInsteadOfAChange() {
    given(modelRegistered(), modelReturned(TODAY))
        .when(Records.with(resubmitModel(), "note", "Số liệu đã đúng"))
        .then(new ModelResubmitted(2024, "Số liệu đã đúng", false));
  }

  @Test
  void withoutChangeOrNoteItStaysReturned() {
    given(modelRegistered(), modelReturned(TODAY))
        .when(resubmitModel())
        .thenBroken(Rule.NOTHING_CHANGED);
    given(modelRegistered(), modelReturned(TODAY))
        .when(Records.with(resubmitModel(), "note", " "))
        .thenBroken(Rule.NOTHING_CHANGED);
    given(modelRegistered(), modelMoved(), modelReturned(TODAY))
        .when(resubmitModel())
        .thenBroken(Rule.NOTHING_CHANGED);
  }

  @Test
  void afterTheDaySetItIsLate() {
    given(modelRegistered(), modelReturned(YESTERDAY), modelMoved())
        .when(resubmitModel())
        .then(new ModelResubmitted(2024, null, true));
  }

  @Test
  void onlyWhatWasReturnedIsHandedInAgain() {
    given(modelRegistered()).when(resubmitModel()).thenBroken(Rule.NOT_RETURNED);
    given(modelRegistered(), modelReturned(TODAY), modelResubmitted())
        .when(resubmitModel())
        .thenBroken(Rule.NOT_RETURNED);
    given(modelRegistered(), modelReturned(TODAY), modelMoved())
        .by("nc", DEPARTMENT, Role.CLERK)
        .when(resubmitModel())
        .thenBroken(Rule.NOT_YOUR_UNIT);
  }

  @Test
  void theLeaderApproves() {
    given(modelRegistered())
        .when(approveModel())
        .then(new ModelApproved(2024, null, "Đồng ý", false));
    given(modelRegistered(), modelReturned(TODAY), modelMoved(), modelResubmitted())
        .when(approveModel())
        .then(new ModelApproved(2024, null, "Đồng ý", false));
  }

  @Test
  void whoRegisteredDoesNotApprove() {
    given(modelRegistered())
        .by(ModelSamples.CLERK, "VP", Role.LEADER)
        .when(approveModel())
        .thenBroken(Rule.FOUR_EYES);
  }

  @Test
  void unlessThePlanAllowsItAndThenTheEventSaysSo() {
    var allowed =
        office().plan(PlanSamples.with(PlanSamples.plan(2024), "selfApprovalAllowed", true));
    given(allowed, modelRegistered())
        .by(ModelSamples.CLERK, "VP", Role.LEADER)
        .when(approveModel())
        .then(new ModelApproved(2024, null, "Đồng ý", true));
    given(allowed, modelRegistered())
        .when(approveModel())
        .then(new ModelApproved(2024, null, "Đồng ý", false));
  }

  @Test
  void theDecisionOnItIsNotOfTomorrow() {
    Decision tomorrow = decision("12/QĐ-VP", TOMORROW);
    given(modelRegistered())
        .when(Records.with(approveModel(), "decision", tomorrow))
        .thenInvalid("/decision/issuedOn IN_FUTURE");
    Decision today = decision("12/QĐ-VP", TODAY);
    given(modelRegistered())
        .when(Records.with(approveModel(), "decision", today))
        .then(new ModelApproved(2024, today, "Đồng ý", false));
  }

  @Test
  void onlyWhatAwaitsReviewIsApproved() {
    given(modelRegistered(), modelReturned(TODAY))
        .when(approveModel())
        .thenBroken(Rule.NOT_AWAITING_REVIEW);
    given(APPROVED).when(approveModel()).thenBroken(Rule.NOT_AWAITING_REVIEW);
    given(modelRegistered(), modelWithdrawn())
        .when(approveModel())
        .thenBroken(Rule.NOT_AWAITING_REVIEW);
  }

  @Test
  void theUnitWithdrawsBeforeApproval() {
    given(modelRegistered())
        .by("ttpvhcc", CENTRE, Role.CLERK)
        .because("Trùng nhiệm vụ")
        .when(withdrawModel())
        .then(new ModelWithdrawn(2024, "Trùng nhiệm vụ"));
    given(modelRegistered(), modelReturned(TODAY))
        .by("ttpvhcc", CENTRE, Role.CLERK)
        .when(withdrawModel())
        .thenInvalid("/reason REQUIRED");
    given(modelRegistered())
        .by("nc", DEPARTMENT, Role.CLERK)
        .because("Trùng nhiệm vụ")
        .when(withdrawModel())
        .thenBroken(Rule.NOT_YOUR_UNIT);
  }

  @ParameterizedTest
  @EnumSource(names = {"CLERK", "COORDINATOR"})
  void onceApprovedOnlyTheLeaderWithdraws(Role role) {
    given(APPROVED)
        .by("ttpvhcc", CENTRE, role)
        .because("Trùng nhiệm vụ")
        .when(withdrawModel())
        .thenBroken(Rule.ROLE_NOT_ENTITLED);
    assertThat(given(APPROVED).because("Trùng nhiệm vụ").when(withdrawModel()).then()).hasSize(1);
  }

  @Test
  void whatWasRecognisedOrCommendedIsNotWithdrawn() {
    given(RECOGNIZED)
        .because("Trùng nhiệm vụ")
        .when(withdrawModel())
        .thenBroken(Rule.ALREADY_RECOGNIZED);
    var praise = Records.with(modelCommended(), "form", CommendationForm.PRAISE);
    given(then(APPROVED, praise))
        .because("Trùng nhiệm vụ")
        .when(withdrawModel())
        .thenBroken(Rule.ALREADY_RECOGNIZED);
  }

  @Test
  void whatIsOverIsNotWithdrawn() {
    given(then(APPROVED, recognitionRefused()))
        .because("Trùng nhiệm vụ")
        .when(withdrawModel())
        .thenBroken(Rule.WRONG_STATE);
    given(modelRegistered(), modelWithdrawn())
        .because("Trùng nhiệm vụ")
        .when(withdrawModel())
        .thenBroken(Rule.MODEL_CLOSED);
  }
}
