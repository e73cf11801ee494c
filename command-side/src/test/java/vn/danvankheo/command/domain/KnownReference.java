package vn.danvankheo.command.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.plan.PlanIssued;
import vn.danvankheo.events.report.ReportIssued;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.state.UnitEnd;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitEvent;
import vn.danvankheo.events.vocabulary.ReportType;

/** Units and plans of a test, by their events. */
public final class KnownReference implements Reference {
  private final Map<String, UnitState> units = new HashMap<>();
  private final Map<String, PlanState> plans = new HashMap<>();
  private final List<ReportState> reports = new ArrayList<>();
  private LocalDate today = LocalDate.MIN;
  private int registered;
  private boolean otherAdministrator;

  /** Adds or changes a unit. */
  public KnownReference unit(String code, UnitEvent... events) {
    UnitState state = units.get(code);
    for (UnitEvent event : events) {
      long version = state == null ? 0 : state.version() + 1;
      state = UnitState.apply(state, new Recorded<>("unit:" + code, version, Instant.EPOCH, event));
    }
    units.put(code, state);
    return this;
  }

  /** Adds or replaces a plan. */
  public KnownReference plan(PlanContent content) {
    String code = content.unitCode() + "-" + content.year();
    PlanIssued issued = new PlanIssued(code, content);
    plans.put(
        code, PlanState.apply(null, new Recorded<>("plan:" + code, 0, Instant.EPOCH, issued)));
    return this;
  }

  /** Takes a plan away. */
  public KnownReference noPlan(String code) {
    plans.remove(code);
    return this;
  }

  /** Says how many models every unit has registered. */
  public KnownReference registered(int models) {
    registered = models;
    return this;
  }

  /** Sets the day that tells who stands under whom. */
  void today(LocalDate day) {
    today = day;
  }

  /** Says that there is another administrator. */
  public KnownReference otherAdministrator() {
    otherAdministrator = true;
    return this;
  }

  /** Adds an issued report. */
  public KnownReference report(ReportIssued issued) {
    reports.add(
        ReportState.apply(null, new Recorded<>("report:" + issued.id(), 0, Instant.EPOCH, issued)));
    return this;
  }

  @Override
  public List<ReportState> reportsOf(String unitCode) {
    return reports.stream().filter(report -> report.scope().unitCode().equals(unitCode)).toList();
  }

  @Override
  public boolean isReported(String unitCode, int year) {
    return reports.stream()
        .map(ReportState::scope)
        .anyMatch(
            scope ->
                scope.type() == ReportType.YEAR
                    && scope.year() == year
                    && isUnder(unitCode, scope.unitCode()));
  }

  @Override
  public boolean hasOtherAdministrator(String userName) {
    return otherAdministrator;
  }

  @Override
  public Optional<UnitState> unit(String code) {
    return Optional.ofNullable(units.get(code));
  }

  @Override
  public boolean isUnder(String code, String ancestor) {
    return code.equals(ancestor) || above(code).anyMatch(upper -> isUnder(upper, ancestor));
  }

  @Override
  public Optional<PlanState> planFor(String unitCode, int year) {
    PlanState own = plans.get(unitCode + "-" + year);
    return own != null
        ? Optional.of(own)
        : above(unitCode).flatMap(upper -> planFor(upper, year).stream()).findFirst();
  }

  @Override
  public int registeredModels(String unitCode, int year) {
    return registered;
  }

  private Stream<String> above(String code) {
    return unit(code).stream()
        .flatMap(
            unit ->
                Stream.concat(
                    Stream.of(unit.parentOn(today), unit.attachedTo()).filter(Objects::nonNull),
                    successors(unit)));
  }

  private Stream<String> successors(UnitState unit) {
    UnitEnd end = unit.end();
    return end == null || today.isBefore(end.on()) || end.successors().size() > 1
        ? Stream.empty()
        : end.successors().stream();
  }
}
