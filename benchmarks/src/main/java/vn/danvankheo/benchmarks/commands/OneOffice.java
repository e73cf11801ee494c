package vn.danvankheo.benchmarks.commands;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.danvankheo.command.domain.Reference;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.plan.PlanIssued;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitRegistered;
import vn.danvankheo.events.vocabulary.UnitType;

/** What decisions may know of units and plans, where no store has to be asked for it. */
final class OneOffice implements Reference {
  private static final UnitState UNIT =
      UnitState.apply(
          null,
          new Recorded<>(
              "unit:" + Workload.UNIT,
              0,
              Instant.EPOCH,
              new UnitRegistered(
                  Workload.UNIT,
                  "Văn phòng UBND tỉnh",
                  UnitType.OFFICE,
                  null,
                  null,
                  List.of(),
                  null)));
  private static final PlanState PLAN =
      PlanState.apply(
          null,
          new Recorded<>(
              "plan:" + Workload.UNIT + "-" + Workload.YEAR,
              0,
              Instant.EPOCH,
              new PlanIssued(Workload.UNIT + "-" + Workload.YEAR, Workload.plan())));

  @Override
  public Optional<UnitState> unit(String code) {
    return Optional.of(UNIT).filter(unit -> unit.code().equals(code));
  }

  @Override
  public boolean isUnder(String code, String ancestor) {
    return code.equals(ancestor);
  }

  @Override
  public Optional<PlanState> planFor(String unitCode, int year) {
    return Optional.of(PLAN).filter(plan -> year == Workload.YEAR && unit(unitCode).isPresent());
  }

  @Override
  public int registeredModels(String unitCode, int year) {
    return 1;
  }

  @Override
  public boolean hasOtherAdministrator(String userName) {
    return true;
  }

  @Override
  public boolean isReported(String unitCode, int year) {
    return false;
  }

  @Override
  public List<ReportState> reportsOf(String unitCode) {
    return List.of();
  }
}
