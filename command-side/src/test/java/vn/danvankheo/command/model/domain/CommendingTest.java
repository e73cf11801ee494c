package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.model.domain.ModelCommands.APPROVED;
import static vn.danvankheo.command.model.domain.ModelCommands.RECOGNIZED;
import static vn.danvankheo.command.model.domain.ModelCommands.commendModel;
import static vn.danvankheo.command.model.domain.ModelCommands.revokeCommendation;
import static vn.danvankheo.command.model.domain.ModelScenarios.DEPARTMENT;
import static vn.danvankheo.command.model.domain.ModelScenarios.TODAY;
import static vn.danvankheo.command.model.domain.ModelScenarios.TOMORROW;
import static vn.danvankheo.command.model.domain.ModelScenarios.given;
import static vn.danvankheo.command.model.domain.ModelScenarios.office;
import static vn.danvankheo.command.model.domain.ModelScenarios.then;
import static vn.danvankheo.events.samples.FormSamples.CENTRE;
import static vn.danvankheo.events.samples.ModelSamples.GOOD_POINTS;
import static vn.danvankheo.events.samples.ModelSamples.commendationRevoked;
import static vn.danvankheo.events.samples.ModelSamples.decision;
import static vn.danvankheo.events.samples.ModelSamples.modelApproved;
import static vn.danvankheo.events.samples.ModelSamples.modelClosed;
import static vn.danvankheo.events.samples.ModelSamples.modelCommended;
import static vn.danvankheo.events.samples.ModelSamples.modelInspected;
import static vn.danvankheo.events.samples.ModelSamples.modelRecognized;
import static vn.danvankheo.events.samples.ModelSamples.modelRegistered;
import static vn.danvankheo.events.samples.ModelSamples.modelRenewed;
import static vn.danvankheo.events.samples.ModelSamples.recipient;
import static vn.danvankheo.events.samples.ModelSamples.recognitionRefused;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.danvankheo.command.domain.KnownReference;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.events.model.CommendationRevoked;
import vn.danvankheo.events.model.ModelCommended;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.samples.PlanSamples;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.CommendationBasis;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.EntitledIssuers;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Recipient;
import vn.danvankheo.events.vocabulary.SubjectKind;

class CommendingTest {
  private static final ModelEvent[] COMMENDED = then(RECOGNIZED, modelCommended());

  private static CommendModel praise() {
    return Records.with(commendModel(), "form", CommendationForm.PRAISE);
  }

  private static CommendModel atOnce() {
    return Records.with(commendModel(), "basis", CommendationBasis.AD_HOC);
  }

  private static CommendModel forPeriod(@Nullable Integer from, @Nullable Integer to) {
    return Records.with(
        Records.with(
            Records.with(commendModel(), "basis", CommendationBasis.PERIOD), "periodFrom", from),
        "periodTo",
        to);
  }

  private static CommendModel decidedOn(CommendModel command, LocalDate day) {
    return Records.with(command, "decision", decision("412/QĐ-VP", day));
  }

  private static CommendModel to(Recipient... recipients) {
    return Records.with(commendModel(), "recipients", List.of(recipients));
  }

  private static Recipient named(SubjectKind kind, String name, String unit) {
    return new Recipient(kind, PersonalText.open(name), unit, null, null);
  }

  @Test
  void aRecognisedModelIsCommended() {
    given(RECOGNIZED).when(commendModel()).then(modelCommended());
  }

  @Test
  void alsoAfterItWasCompleted() {
    assertThat(
            given(then(RECOGNIZED, modelClosed(ClosureOutcome.COMPLETED)))
                .when(commendModel())
                .then())
        .hasSize(1);
  }

  @Test
  void praiseAndWhatIsGivenAtOnceNeedNoRecognition() {
    given(APPROVED).when(commendModel()).thenBroken(Rule.NOT_RECOGNIZED);
    assertThat(given(APPROVED).when(praise()).then()).hasSize(1);
    assertThat(given(APPROVED).when(atOnce()).then()).hasSize(1);
    given(modelRegistered()).when(praise()).thenBroken(Rule.NOT_RECOGNIZED);
    given(then(APPROVED, recognitionRefused())).when(praise()).thenBroken(Rule.NOT_RECOGNIZED);
    given(then(RECOGNIZED, modelRenewed(2025)))
        .when(commendModel())
        .thenBroken(Rule.NOT_RECOGNIZED);
    assertThat(
            given(then(RECOGNIZED, modelRenewed(2025)))
                .when(Records.with(commendModel(), "year", 2024))
                .then())
        .hasSize(1);
  }

  @Test
  void theDecisionIsBetweenRecognitionAndToday() {
    LocalDate early = LocalDate.of(2024, 11, 19);
    given(RECOGNIZED)
        .when(decidedOn(commendModel(), early))
        .thenInvalid("/decision/issuedOn BEFORE_RECOGNITION");
    given(RECOGNIZED)
        .when(decidedOn(commendModel(), TOMORROW))
        .thenInvalid("/decision/issuedOn IN_FUTURE");
    assertThat(given(RECOGNIZED).when(decidedOn(commendModel(), early.plusDays(1))).then())
        .hasSize(1);
    assertThat(given(RECOGNIZED).when(decidedOn(commendModel(), TODAY)).then()).hasSize(1);
    assertThat(given(RECOGNIZED).when(decidedOn(praise(), early)).then()).hasSize(1);
    assertThat(given(RECOGNIZED).when(decidedOn(atOnce(), early)).then()).hasSize(1);
    given(APPROVED).when(decidedOn(praise(), TOMORROW)).thenInvalid("/decision/issuedOn IN_FUTURE");
  }

  @Test
  void theSameRecipientGetsAFormOnceInAPeriod() {
    given(COMMENDED).when(commendModel()).thenBroken(Rule.DUPLICATE_COMMENDATION);
    Recipient spelled =
        named(SubjectKind.COLLECTIVE, "trung tâm phục vụ HÀNH CHÍNH CÔNG tỉnh", CENTRE);
    Recipient other = named(SubjectKind.COLLECTIVE, "Tổ một cửa", CENTRE);
    given(COMMENDED).when(to(other, spelled)).thenBroken(Rule.DUPLICATE_COMMENDATION);
    assertThat(given(COMMENDED).when(to(other)).then()).hasSize(1);
    assertThat(
            given(COMMENDED)
                .when(
                    Records.with(
                        commendModel(), "form", CommendationForm.CERTIFICATE_OF_MERIT_PROVINCE))
                .then())
        .hasSize(1);
    assertThat(given(COMMENDED).when(atOnce()).then()).hasSize(1);
  }

  @Test
  void whatWasRevokedMayBeGivenAnew() {
    assertThat(given(then(COMMENDED, commendationRevoked())).when(commendModel()).then())
        .extracting(event -> ((ModelCommended) event).no())
        .containsExactly(2);
  }

  @Test
  void anotherYearIsAnotherPeriod() {
    ModelEvent[] nextYear =
        then(
            COMMENDED,
            modelRenewed(2025),
            modelApproved(2025),
            modelInspected(2025, 2, InspectionKind.PERIODIC, GOOD_POINTS),
            modelRecognized(2025, 2, Level.OFFICE));
    assertThat(
            given(nextYear)
                .on(LocalDate.of(2025, 12, 27))
                .when(decidedOn(commendModel(), LocalDate.of(2025, 12, 20)))
                .then())
        .hasSize(1);
  }

  @Test
  void aPeriodIsAwardedOnceToo() {
    ModelEvent given1 = given(RECOGNIZED).when(forPeriod(2024, 2024)).then().get(0);
    given(then(RECOGNIZED, given1))
        .when(forPeriod(2024, 2024))
        .thenBroken(Rule.DUPLICATE_COMMENDATION);
    assertThat(given(then(RECOGNIZED, given1)).when(commendModel()).then()).hasSize(1);
  }

  @Test
  void recipientsAreNamedOnceAndTheirUnitsKnown() {
    given(RECOGNIZED).when(to()).thenInvalid("/recipients REQUIRED");
    given(RECOGNIZED)
        .when(to(recipient(), named(SubjectKind.COLLECTIVE, "Tổ", "NOWHERE"), recipient()))
        .thenInvalid("/recipients/1/unitCode UNIT_UNKNOWN", "/recipients/2 DUPLICATE");
    assertThat(
            given(RECOGNIZED)
                .when(
                    to(
                        named(SubjectKind.INDIVIDUAL, "Tổ", CENTRE),
                        named(SubjectKind.HOUSEHOLD, "Tổ", CENTRE),
                        named(SubjectKind.INDIVIDUAL, "Tổ", DEPARTMENT)))
                .then())
        .hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void onlyACollectivesNameIsNoPersons(SubjectKind kind) {
    var events = given(RECOGNIZED).when(to(named(kind, "Tên in trên giấy", CENTRE))).then();
    assertThat(((ModelCommended) events.get(0)).recipients().get(0).name().personal())
        .isEqualTo(kind != SubjectKind.COLLECTIVE);
  }

  @Test
  void onlyEntitledIssuersWhereThePlanListsThem() {
    KnownReference listed =
        office()
            .plan(
                PlanSamples.with(
                    PlanSamples.plan(2024),
                    "entitledIssuers",
                    List.of(
                        new EntitledIssuers(
                            CommendationForm.CERTIFICATE_OF_MERIT_PROVINCE,
                            List.of("Chủ tịch UBND tỉnh Bắc Kạn")),
                        new EntitledIssuers(
                            CommendationForm.PRAISE,
                            List.of("Ban Chỉ đạo", "VĂN PHÒNG UBND tỉnh Bắc Cạn")))));
    assertThat(
            given(listed, RECOGNIZED)
                .when(
                    Records.with(
                        commendModel(), "form", CommendationForm.CERTIFICATE_OF_MERIT_PROVINCE))
                .thenBroken(Rule.ISSUER_NOT_ENTITLED))
        .containsEntry("issuer", "Văn phòng UBND tỉnh Bắc Kạn");
    assertThat(given(listed, RECOGNIZED).when(praise()).then()).hasSize(1);
    assertThat(given(listed, RECOGNIZED).when(commendModel()).then()).hasSize(1);
  }

  @Test
  void onlyAnAwardForAPeriodHasYears() {
    given(RECOGNIZED)
        .when(forPeriod(null, null))
        .thenInvalid("/periodFrom REQUIRED", "/periodTo REQUIRED");
    given(RECOGNIZED)
        .when(Records.with(Records.with(commendModel(), "periodFrom", 2024), "periodTo", 2024))
        .thenInvalid("/periodFrom ONLY_FOR_PERIOD", "/periodTo ONLY_FOR_PERIOD");
    given(RECOGNIZED).when(forPeriod(2024, 2023)).thenInvalid("/periodTo END_BEFORE_START");
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 2024, true",
    "2023, 2024, false",
    "2023, 2025, true",
    "2024, 2026, true",
    "2022, 2025, false",
    "2024, 2025, true"
  })
  void aPeriodNeedsRecognitionInItsShareOfYears(int from, int to, boolean enough) {
    var scenario = given(twoYears()).on(LocalDate.of(2026, 1, 5)).when(later(forPeriod(from, to)));
    if (enough) {
      assertThat(scenario.then()).hasSize(1);
    } else {
      assertThat(scenario.thenBroken(Rule.NOT_RECOGNIZED_IN_PERIOD))
          .containsEntry("years", to - from + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.67, true", "0.7, false", "0.5, true", "1, false", "0.6667, true"})
  void theShareIsThePlansAndARoundedFraction(BigDecimal share, boolean enough) {
    var known = office().plan(PlanSamples.with(PlanSamples.plan(2025), "periodShare", share));
    var scenario =
        given(known, twoYears()).on(LocalDate.of(2026, 1, 5)).when(later(forPeriod(2023, 2025)));
    if (enough) {
      assertThat(scenario.then()).hasSize(1);
    } else {
      assertThat(scenario.thenBroken(Rule.NOT_RECOGNIZED_IN_PERIOD))
          .isEqualTo(Map.of("recognized", 2L, "years", 3, "share", share));
    }
  }

  @Test
  void anAwardIsTakenBackByTheAwardingBody() {
    given(COMMENDED)
        .because("Số liệu không đúng")
        .when(revokeCommendation())
        .then(
            new CommendationRevoked(
                2024,
                1,
                revokeCommendation().ground(),
                "Số liệu không đúng",
                revokeCommendation().decision(),
                true));
  }

  @Test
  void whatToRevokeMustBeThereAndOnlyOnce() {
    given(RECOGNIZED)
        .because("Sai")
        .when(revokeCommendation())
        .thenBroken(Rule.COMMENDATION_UNKNOWN);
    given(then(COMMENDED, modelRenewed(2025)))
        .because("Sai")
        .when(Records.with(revokeCommendation(), "year", 2025))
        .thenBroken(Rule.COMMENDATION_UNKNOWN);
    given(then(COMMENDED, commendationRevoked()))
        .because("Sai")
        .when(revokeCommendation())
        .thenBroken(Rule.ALREADY_REVOKED);
  }

  @Test
  void revokingNeedsAReasonAndADecisionAfterTheAwards() {
    given(COMMENDED)
        .when(revokedBy(decision("15/QĐ-VP", LocalDate.of(2024, 12, 19))))
        .thenInvalid("/reason REQUIRED", "/decision/issuedOn BEFORE_AWARD");
    given(COMMENDED)
        .because("Sai")
        .when(revokedBy(decision("15/QĐ-VP", TOMORROW)))
        .thenInvalid("/decision/issuedOn IN_FUTURE");
  }

  @Test
  void anotherBodyRevokesOnlyWhatAnAbolishedOneGave() {
    LocalDate before = LocalDate.of(2025, 6, 30);
    given(COMMENDED)
        .on(LocalDate.of(2026, 1, 5))
        .because("Sai")
        .when(revokedBy(ofAnother(before)))
        .thenInvalid("/decision/issuer NOT_AWARDING_BODY");
    assertThat(
            given(COMMENDED)
                .on(LocalDate.of(2026, 1, 5))
                .because("Sai")
                .when(revokedBy(ofAnother(before.plusDays(1))))
                .then())
        .hasSize(1);
  }

  private static ModelEvent[] twoYears() {
    return then(
        RECOGNIZED,
        modelRenewed(2025),
        modelApproved(2025),
        modelInspected(2025, 2, InspectionKind.PERIODIC, GOOD_POINTS),
        modelRecognized(2025, 2, Level.OFFICE));
  }

  private static CommendModel later(CommendModel command) {
    return decidedOn(command, LocalDate.of(2025, 12, 20));
  }

  private static RevokeCommendation revokedBy(Decision decision) {
    return Records.with(revokeCommendation(), "decision", decision);
  }

  private static Decision ofAnother(LocalDate day) {
    return new Decision("9/QĐ-UBND", day, "UBND tỉnh Thái Nguyên", "Chủ tịch");
  }
}
