package vn.danvankheo.command.unit.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Reference;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitDissolved;
import vn.danvankheo.events.unit.UnitEvent;
import vn.danvankheo.events.unit.UnitMerged;
import vn.danvankheo.events.unit.UnitSplit;

/** Units end: merged, split, dissolved. */
final class Ending {
  private Ending() {}

  static List<UnitEvent> merge(MergeUnit command, UnitState state, Context context) {
    List<String> pointers = List.of("/intoCode");
    check(state, command.effectiveOn(), List.of(command.intoCode()), pointers, context);
    return List.of(new UnitMerged(command.intoCode(), command.effectiveOn(), command.basis()));
  }

  static List<UnitEvent> split(SplitUnit command, UnitState state, Context context) {
    Faults faults = new Faults();
    faults.distinct(command.into(), "/into/%d");
    faults.refuse();
    List<String> pointers =
        IntStream.range(0, command.into().size()).mapToObj(i -> "/into/" + i).toList();
    check(state, command.effectiveOn(), command.into(), pointers, context);
    return List.of(new UnitSplit(command.into(), command.effectiveOn(), command.basis()));
  }

  static List<UnitEvent> dissolve(DissolveUnit command, UnitState state, Context context) {
    List<String> successors =
        command.successorCode() == null ? List.of() : List.of(command.successorCode());
    check(state, command.effectiveOn(), successors, List.of("/successorCode"), context);
    return List.of(
        new UnitDissolved(command.successorCode(), command.effectiveOn(), command.basis()));
  }

  private static void check(
      UnitState state,
      LocalDate effectiveOn,
      List<String> successors,
      List<String> pointers,
      Context context) {
    Reorganizing.wantGoingOn(state);
    if (successors.contains(state.code())) {
      throw new RuleBroken(Rule.SAME_UNIT, Map.of("unitCode", state.code()));
    }
    Faults faults = new Faults();
    Reorganizing.checkFirstDay(state, effectiveOn, faults);
    for (int i = 0; i < successors.size(); i++) {
      faults.unitKnown(pointers.get(i), successors.get(i), context.reference());
    }
    faults.refuse();
    successors.forEach(code -> wantLasting(code, effectiveOn, context.reference()));
  }

  /** A successor is there on that day and has no end yet, so that successions never go round. */
  private static void wantLasting(String code, LocalDate day, Reference reference) {
    Units.aliveOn(code, day, reference);
    reference.unit(code).ifPresent(Reorganizing::wantGoingOn);
  }
}
