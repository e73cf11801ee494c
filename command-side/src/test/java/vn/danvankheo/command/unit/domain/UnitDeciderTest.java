package vn.danvankheo.command.unit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.events.samples.UnitSamples.basis;
import static vn.danvankheo.events.samples.UnitSamples.unitRegistered;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.danvankheo.command.domain.KnownReference;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.Scenario;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.samples.PlanSamples;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitDissolved;
import vn.danvankheo.events.unit.UnitEvent;
import vn.danvankheo.events.unit.UnitMerged;
import vn.danvankheo.events.unit.UnitMoved;
import vn.danvankheo.events.unit.UnitRegistered;
import vn.danvankheo.events.unit.UnitReminderSent;
import vn.danvankheo.events.unit.UnitRenamed;
import vn.danvankheo.events.unit.UnitSplit;
import vn.danvankheo.events.vocabulary.DutyKind;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.UnitType;

class UnitDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 6, 20);
  private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
  private static final UnitRegistered CELL = unitRegistered("CB-1", "VP");

  private static KnownReference office() {
    return new KnownReference()
        .unit("VP", unitRegistered("VP", null))
        .unit("NC", unitRegistered("NC", "VP"))
        .unit("CB-1", CELL)
        .unit("NEW", Records.with(unitRegistered("NEW", null), "effectiveOn", DAY))
        .plan(PlanSamples.plan(2025));
  }

  private static Scenario<UnitCommand, UnitState, UnitEvent> given(UnitEvent... history) {
    return given(office(), history);
  }

  private static Scenario<UnitCommand, UnitState, UnitEvent> given(
      KnownReference reference, UnitEvent... history) {
    Actor admin = new Actor("admin", "Quản trị", null, Role.ADMIN);
    return new Scenario<>(new UnitDecider(), List.of(history), reference, admin, TODAY);
  }

  private static RegisterUnit register(String parent, String attachedTo, LocalDate from) {
    return new RegisterUnit(
        "CB-2", "Chi bộ 2", UnitType.PARTY_CELL, parent, attachedTo, List.of("CB2"), from);
  }

  private static ReorganizeUnit rename(String name) {
    return new ReorganizeUnit("CB-1", name, null, false, DAY, basis());
  }

  private static ReorganizeUnit moveTo(String parent) {
    return new ReorganizeUnit("CB-1", null, parent, false, DAY, basis());
  }

  static Stream<UnitCommand> everyChange() {
    return Stream.of(
        rename("Tên mới"),
        new MergeUnit("CB-1", "NC", DAY, basis()),
        new SplitUnit("CB-1", List.of("NC", "VP"), DAY, basis()),
        new DissolveUnit("CB-1", null, DAY, basis()));
  }

  static Stream<UnitCommand> everySuccession() {
    return Stream.of(
        new MergeUnit("CB-1", "NC", DAY, basis()),
        new SplitUnit("CB-1", List.of("VP", "NC"), DAY, basis()),
        new DissolveUnit("CB-1", "NC", DAY, basis()));
  }

  @Test
  void aUnitIsEnteredInBothTrees() {
    given()
        .when(register("VP", "NC", DAY))
        .then(
            new UnitRegistered(
                "CB-2", "Chi bộ 2", UnitType.PARTY_CELL, "VP", "NC", List.of("CB2"), DAY));
    assertThat(given().when(register(null, null, null)).then()).hasSize(1);
  }

  @Test
  void aCodeIsTakenOnce() {
    given(CELL)
        .when(Records.with(register("VP", null, null), "code", "CB-1"))
        .thenBroken(Rule.UNIT_CODE_TAKEN);
  }

  @Test
  void theUnitsAboveMustBeKnownAndOthers() {
    given()
        .when(register("NOWHERE", "NOT-THERE", null))
        .thenInvalid("/parentCode UNIT_UNKNOWN", "/attachedTo UNIT_UNKNOWN");
    given().when(register("CB-2", null, null)).thenBroken(Rule.UNIT_CYCLE);
    given().when(register(null, "CB-2", null)).thenBroken(Rule.UNIT_CYCLE);
  }

  @Test
  void aNewUnitStandsUnderALivingOneButAnOldOneNeedNot() {
    given().when(register("NEW", null, DAY.minusDays(1))).thenBroken(Rule.UNIT_NOT_ACTIVE);
    assertThat(given().when(register("NEW", null, DAY)).then()).hasSize(1);
    var gone = office().unit("NC", new UnitDissolved(null, DAY, basis()));
    given(gone).when(register("NC", null, DAY)).thenBroken(Rule.UNIT_NOT_ACTIVE);
    assertThat(given(gone).when(register("NC", null, null)).then()).hasSize(1);
  }

  @Test
  void aUnitIsRenamedAndMovedAtOnce() {
    given(CELL)
        .when(new ReorganizeUnit("CB-1", "Tên mới", "NC", false, DAY, basis()))
        .then(new UnitRenamed("Tên mới", DAY, basis()), new UnitMoved("NC", DAY, basis()));
    given(CELL)
        .when(new ReorganizeUnit("CB-1", null, null, true, DAY, basis()))
        .then(new UnitMoved(null, DAY, basis()));
  }

  @Test
  void whatIsSoOnThatDayAlreadyChangesNothing() {
    given(CELL).when(rename("Phòng CB-1")).thenNothing();
    given(CELL).when(moveTo("VP")).thenNothing();
    given(CELL).when(new ReorganizeUnit("CB-1", null, null, false, DAY, basis())).thenNothing();
    UnitEvent later = new UnitRenamed("Tên mới", DAY.plusDays(1), basis());
    assertThat(given(CELL, later).when(rename("Tên mới")).then()).hasSize(1);
    UnitEvent then = new UnitRenamed("Tên mới", DAY, basis());
    given(CELL, then).when(rename("Tên mới")).thenNothing();
  }

  @Test
  void aTreeHasNoCycles() {
    var deep = office().unit("TO", unitRegistered("TO", "CB-1"));
    given(deep, CELL).when(moveTo("TO")).thenBroken(Rule.UNIT_CYCLE);
    given(deep, CELL).when(moveTo("CB-1")).thenBroken(Rule.UNIT_CYCLE);
    var attached =
        office().unit("TO", Records.with(unitRegistered("TO", null), "attachedTo", "CB-1"));
    given(attached, CELL).when(moveTo("TO")).thenBroken(Rule.UNIT_CYCLE);
  }

  @Test
  void norHasItBecauseOfAMoveStillToCome() {
    for (LocalDate day : List.of(DAY, DAY.plusMonths(1))) {
      var moving = office().unit("NC", new UnitMoved("CB-1", day, basis()));
      given(moving, CELL).when(moveTo("NC")).thenBroken(Rule.UNIT_CYCLE);
    }
    var before =
        office()
            .unit(
                "NC",
                new UnitMoved("CB-1", DAY.minusMonths(2), basis()),
                new UnitMoved("VP", DAY.minusMonths(1), basis()));
    assertThat(given(before, CELL).when(moveTo("NC")).then()).hasSize(1);
  }

  @Test
  void aUnitMovesUnderALivingOne() {
    given(CELL).when(moveTo("NOWHERE")).thenInvalid("/parentCode UNIT_UNKNOWN");
    given(CELL)
        .when(Records.with(moveTo("NEW"), "effectiveOn", DAY.minusDays(1)))
        .thenBroken(Rule.UNIT_NOT_ACTIVE);
    assertThat(given(CELL).when(moveTo("NEW")).then()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("everyChange")
  void whatEndedCannotChange(UnitCommand change) {
    given(CELL, new UnitDissolved(null, DAY.plusYears(1), basis()))
        .when(change)
        .thenBroken(Rule.UNIT_ENDED);
  }

  @ParameterizedTest
  @MethodSource("everyChange")
  void nothingHappensBeforeTheFirstDay(UnitCommand change) {
    given(Records.with(CELL, "effectiveOn", DAY.plusDays(1)))
        .when(change)
        .thenInvalid("/effectiveOn BEFORE_FIRST_DAY");
    assertThat(given(Records.with(CELL, "effectiveOn", DAY)).when(change).then()).hasSize(1);
  }

  @Test
  void unitsEnd() {
    given(CELL)
        .when(new MergeUnit("CB-1", "NEW", DAY, basis()))
        .then(new UnitMerged("NEW", DAY, basis()));
    given(CELL)
        .when(new SplitUnit("CB-1", List.of("NC", "NEW"), DAY, basis()))
        .then(new UnitSplit(List.of("NC", "NEW"), DAY, basis()));
    given(CELL)
        .when(new DissolveUnit("CB-1", null, DAY, basis()))
        .then(new UnitDissolved(null, DAY, basis()));
  }

  @ParameterizedTest
  @MethodSource("everySuccession")
  void aSuccessorLastsSoThatSuccessionsNeverGoRound(UnitCommand succession) {
    assertThat(given(CELL).when(succession).then()).hasSize(1);
    var ending = office().unit("NC", new UnitMerged("CB-1", DAY.plusYears(1), basis()));
    given(ending, CELL).when(succession).thenBroken(Rule.UNIT_ENDED);
    var ended = office().unit("NC", new UnitMerged("VP", DAY, basis()));
    given(ended, CELL).when(succession).thenBroken(Rule.UNIT_NOT_ACTIVE);
    var coming =
        new KnownReference()
            .unit("VP", unitRegistered("VP", null))
            .unit("NC", Records.with(unitRegistered("NC", null), "effectiveOn", DAY.plusDays(1)));
    given(coming, CELL).when(succession).thenBroken(Rule.UNIT_NOT_ACTIVE);
  }

  @Test
  void successorsAreKnownAndOthers() {
    given(CELL)
        .when(new MergeUnit("CB-1", "NOWHERE", DAY, basis()))
        .thenInvalid("/intoCode UNIT_UNKNOWN");
    given(CELL)
        .when(new SplitUnit("CB-1", List.of("NC", "NOWHERE"), DAY, basis()))
        .thenInvalid("/into/1 UNIT_UNKNOWN");
    given(CELL)
        .when(new SplitUnit("CB-1", List.of("NC", "NC"), DAY, basis()))
        .thenInvalid("/into/1 DUPLICATE");
    given(CELL)
        .when(new DissolveUnit("CB-1", "NOWHERE", DAY, basis()))
        .thenInvalid("/successorCode UNIT_UNKNOWN");
    given(CELL).when(new MergeUnit("CB-1", "CB-1", DAY, basis())).thenBroken(Rule.SAME_UNIT);
    given(CELL)
        .when(new SplitUnit("CB-1", List.of("NC", "CB-1"), DAY, basis()))
        .thenBroken(Rule.SAME_UNIT);
  }

  @Test
  void aUnitWithTooFewRegistrationsIsReminded() {
    LocalDate due = LocalDate.of(2025, 3, 31);
    var two = office().plan(PlanSamples.with(PlanSamples.plan(2025), "modelsPerUnitMin", 2));
    SendUnitReminder reminder =
        new SendUnitReminder("CB-1", null, DutyKind.REGISTRATION, due, "Đề nghị đăng ký");
    given(two.registered(1), CELL)
        .on(due.plusDays(1))
        .when(reminder)
        .then(new UnitReminderSent(2025, DutyKind.REGISTRATION, due, "Đề nghị đăng ký"));
    given(two, CELL).on(due).when(reminder).thenBroken(Rule.NOTHING_DUE);
    given(two.registered(2), CELL).on(due.plusDays(1)).when(reminder).thenBroken(Rule.NOTHING_DUE);
    given(CELL).on(due.plusDays(1)).when(reminder).thenBroken(Rule.NOTHING_DUE);
  }

  @Test
  void theIssuingUnitIsRemindedOfItsReports() {
    LocalDate due = LocalDate.of(2025, 6, 15);
    SendUnitReminder reminder =
        new SendUnitReminder("VP", 2025, DutyKind.REPORT, due, "Đề nghị báo cáo");
    UnitRegistered vp = unitRegistered("VP", null);
    assertThat(given(vp).on(due.plusDays(1)).when(reminder).then()).hasSize(1);
    given(vp).on(due).when(reminder).thenBroken(Rule.NOTHING_DUE);
    given(CELL)
        .on(due.plusDays(1))
        .when(Records.with(reminder, "code", "CB-1"))
        .thenBroken(Rule.NOTHING_DUE);
    given(vp, new UnitDissolved(null, due, basis()))
        .on(due.plusDays(1))
        .when(reminder)
        .thenBroken(Rule.NOTHING_DUE);
  }
}
