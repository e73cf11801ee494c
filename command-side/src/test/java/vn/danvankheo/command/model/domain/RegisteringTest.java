package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.model.domain.ModelCommands.registerModel;
import static vn.danvankheo.command.model.domain.ModelScenarios.DEPARTMENT;
import static vn.danvankheo.command.model.domain.ModelScenarios.given;
import static vn.danvankheo.command.model.domain.ModelScenarios.office;
import static vn.danvankheo.events.samples.FormSamples.CENTRE;
import static vn.danvankheo.events.samples.FormSamples.form;
import static vn.danvankheo.events.samples.FormSamples.with;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.Scenario;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.samples.ModelSamples;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.samples.UnitSamples;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.unit.UnitDissolved;
import vn.danvankheo.events.unit.UnitMerged;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.SubjectKind;

class RegisteringTest {
  private static final LocalDate IN_TIME = LocalDate.of(2024, 3, 5);
  private static final LocalDate LAST_DAY = LocalDate.of(2024, 3, 31);

  private static Scenario<ModelCommand, ModelState, ModelEvent> inTime() {
    return given().on(IN_TIME).by(ModelSamples.CLERK, CENTRE, Role.CLERK);
  }

  @Test
  void aClerkRegistersForTheOwnUnit() {
    inTime().when(registerModel()).then(ModelSamples.modelRegistered());
  }

  @Test
  void aClerkRegistersForAUnitUnderTheOwn() {
    given()
        .on(IN_TIME)
        .by(ModelSamples.CLERK, "VP", Role.CLERK)
        .when(registerModel())
        .then(ModelSamples.modelRegistered());
  }

  @Test
  void aClerkMayNotRegisterForAnotherUnit() {
    assertThat(
            given()
                .on(IN_TIME)
                .by("nc", DEPARTMENT, Role.CLERK)
                .when(registerModel())
                .thenBroken(Rule.NOT_YOUR_UNIT))
        .containsEntry("unitCode", CENTRE);
  }

  @Test
  void aClerkWithoutAUnitMayRegisterForNone() {
    given()
        .on(IN_TIME)
        .by("nobody", null, Role.CLERK)
        .when(registerModel())
        .thenBroken(Rule.NOT_YOUR_UNIT);
  }

  @ParameterizedTest
  @EnumSource(names = "CLERK", mode = EnumSource.Mode.EXCLUDE)
  void otherRolesAreBoundToNoUnit(Role role) {
    assertThat(given().on(IN_TIME).by("nc", DEPARTMENT, role).when(registerModel()).then())
        .hasSize(1);
  }

  @Test
  void theClerkOfASuccessorTakesOverTheOldUnit() {
    var known =
        office()
            .unit(
                CENTRE, new UnitMerged(DEPARTMENT, LocalDate.of(2024, 3, 13), UnitSamples.basis()));
    assertThat(
            given(known).on(LAST_DAY).by("nc", DEPARTMENT, Role.CLERK).when(registerModel()).then())
        .hasSize(1);
    given(known)
        .on(IN_TIME)
        .by("nc", DEPARTMENT, Role.CLERK)
        .when(registerModel())
        .thenBroken(Rule.NOT_YOUR_UNIT);
  }

  @Test
  void whatStoodUnderAUnitThatEndedStandsUnderItsSuccessor() {
    var known =
        office()
            .unit("NEW", UnitSamples.unitRegistered("NEW", null))
            .unit("VP", new UnitMerged("NEW", IN_TIME, UnitSamples.basis()));
    assertThat(given(known).on(IN_TIME).by("new", "NEW", Role.CLERK).when(registerModel()).then())
        .hasSize(1);
  }

  @Test
  void thereMustBeAPlanForTheYear() {
    assertThat(
            given(office().noPlan("VP-2024"))
                .on(IN_TIME)
                .when(registerModel())
                .thenBroken(Rule.PLAN_NOT_ISSUED))
        .containsExactlyInAnyOrderEntriesOf(Map.of("unitCode", CENTRE, "year", 2024));
  }

  @Test
  void theUnitMustBeThereOnTheFirstDay() {
    var gone =
        office()
            .unit(CENTRE, new UnitDissolved(null, LocalDate.of(2024, 3, 12), UnitSamples.basis()));
    given(gone).on(IN_TIME).when(registerModel()).thenBroken(Rule.UNIT_NOT_ACTIVE);
    var later =
        office()
            .unit(CENTRE, new UnitDissolved(null, LocalDate.of(2024, 3, 13), UnitSamples.basis()));
    assertThat(given(later).on(IN_TIME).when(registerModel()).then()).hasSize(1);
  }

  @Test
  void anUnknownUnitIsAFault() {
    given()
        .on(IN_TIME)
        .when(registerModel(with(form(), "unitCode", "NOWHERE")))
        .thenInvalid("/unitCode UNIT_UNKNOWN");
    inTime()
        .when(registerModel(with(form(), "unitCode", "NOWHERE")))
        .thenInvalid("/unitCode UNIT_UNKNOWN");
  }

  @Test
  void onTheLastDayItIsInTime() {
    assertThat(late(given().on(LAST_DAY).when(registerModel()))).isFalse();
  }

  @Test
  void daysEndAtMidnightInVietnam() {
    Instant lastMoment = Instant.parse("2024-03-31T16:59:59Z");
    assertThat(late(given().at(lastMoment).when(registerModel()))).isFalse();
    given()
        .at(lastMoment.plusSeconds(1))
        .when(registerModel())
        .thenBroken(Rule.REGISTRATION_CLOSED);
  }

  @Test
  void afterTheLastDayItNeedsAReasonAndIsLate() {
    LocalDate after = LAST_DAY.plusDays(1);
    assertThat(given().on(after).when(registerModel()).thenBroken(Rule.REGISTRATION_CLOSED))
        .containsEntry("dueOn", LAST_DAY);
    given().on(after).because(" ").when(registerModel()).thenBroken(Rule.REGISTRATION_CLOSED);
    assertThat(late(given().on(after).because("Thành lập đơn vị mới").when(registerModel())))
        .isTrue();
  }

  @Test
  void aPaperFormIsJudgedByItsOwnDay() {
    var entered = given().on(LAST_DAY.plusMonths(3)).because("Nhập phiếu giấy");
    ModelRegistered registered = only(entered.when(handedIn(LAST_DAY)));
    assertThat(registered.late()).isFalse();
    assertThat(registered.registeredOn()).isEqualTo(LAST_DAY);
  }

  @Test
  void anEarlierDayNeedsAReasonAndALaterOneIsAFault() {
    given().on(LAST_DAY).when(handedIn(IN_TIME)).thenInvalid("/reason REQUIRED");
    given().on(IN_TIME).when(handedIn(IN_TIME.plusDays(1))).thenInvalid("/registeredOn IN_FUTURE");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-12, 2024-03-11, /endsOn END_BEFORE_START",
    "2024-03-12, 2029-03-13, /endsOn PERIOD_TOO_LONG",
    "2025-01-01, 2025-12-31, /startsOn YEAR_NOT_COVERED",
    "2023-01-01, 2023-12-31, /endsOn YEAR_NOT_COVERED"
  })
  void theDaysMustBeInOrderAndCoverTheYear(LocalDate from, LocalDate to, String fault) {
    inTime().when(registerModel(lasting(from, to))).thenInvalid(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-12, 2024-03-12",
    "2024-03-12, 2029-03-12",
    "2022-01-01, 2024-01-01",
    "2024-12-31, 2025-12-31",
    "2023-05-01, 2025-05-01"
  })
  void aModelMayRunForYears(LocalDate from, LocalDate to) {
    assertThat(inTime().when(registerModel(lasting(from, to))).then()).hasSize(1);
  }

  @Test
  void onlyWhatThePlanNamesCanBeReferredTo() {
    ModelForm form =
        with(
            with(form(), "legalBases", List.of("89/KH-UBND", "1/NQ-X", "89/KH-UBND")),
            "focusTasks",
            List.of("NV9"));
    inTime()
        .when(registerModel(form))
        .thenInvalid(
            "/legalBases/1 LEGAL_BASIS_UNKNOWN",
            "/legalBases/2 DUPLICATE",
            "/focusTasks/0 FOCUS_TASK_UNKNOWN");
  }

  @Test
  void anIndicatorIsNamedOnce() {
    Objective objective = new Objective("Hộ ký cam kết", "hộ", BigDecimal.TEN);
    inTime()
        .when(Records.with(registerModel(), "objectives", List.of(objective, objective)))
        .thenInvalid("/objectives/1/indicator DUPLICATE");
    inTime()
        .when(Records.with(registerModel(), "objectives", List.of()))
        .thenInvalid("/objectives REQUIRED");
  }

  @Test
  void whatIsMandatoryMustBeThere() {
    inTime()
        .when(registerModel(with(with(form(), "title", null), "startsOn", null)))
        .thenInvalid("/title REQUIRED", "/startsOn REQUIRED");
  }

  @Test
  void namesOfPersonsAreMarkedByTheSubject() {
    ModelForm person =
        with(
            with(form(), "subjectKind", SubjectKind.INDIVIDUAL),
            "responsiblePerson",
            PersonalText.open("Công chức hướng dẫn"));
    ModelForm registered = only(inTime().when(registerModel(person))).form();
    assertThat(registered.subjectName().personal()).isTrue();
    assertThat(registered.responsiblePerson().personal()).isTrue();
    ModelForm collective = with(form(), "subjectName", PersonalText.of("Chi bộ 3"));
    assertThat(only(inTime().when(registerModel(collective))).form().subjectName().personal())
        .isFalse();
  }

  private static RegisterModel handedIn(LocalDate day) {
    return Records.with(registerModel(), "registeredOn", day);
  }

  private static ModelForm lasting(LocalDate from, LocalDate to) {
    return with(with(form(), "startsOn", from), "endsOn", to);
  }

  private static boolean late(Scenario<ModelCommand, ModelState, ModelEvent> scenario) {
    return only(scenario).late();
  }

  private static ModelRegistered only(Scenario<ModelCommand, ModelState, ModelEvent> scenario) {
    return (ModelRegistered) scenario.then().get(0);
  }
}
