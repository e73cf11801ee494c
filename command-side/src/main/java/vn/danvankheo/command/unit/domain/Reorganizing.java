package vn.danvankheo.command.unit.domain;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Reference;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.state.UnitPlace;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitEvent;
import vn.danvankheo.events.unit.UnitMoved;
import vn.danvankheo.events.unit.UnitRegistered;
import vn.danvankheo.events.unit.UnitRenamed;

/** Units come, get other names, move in the tree. */
final class Reorganizing {
  private Reorganizing() {}

  static List<UnitEvent> register(
      RegisterUnit command, @Nullable UnitState state, Context context) {
    if (state != null) {
      throw new RuleBroken(Rule.UNIT_CODE_TAKEN, Map.of("unitCode", command.code()));
    }
    wantOther(command.code(), command.parentCode());
    wantOther(command.code(), command.attachedTo());
    Faults faults = new Faults();
    faults.unitKnown("/parentCode", command.parentCode(), context.reference());
    faults.unitKnown("/attachedTo", command.attachedTo(), context.reference());
    faults.refuse();
    wantParent(command.parentCode(), command.effectiveOn(), context.reference());
    return List.of(
        new UnitRegistered(
            command.code(),
            command.name(),
            command.type(),
            command.parentCode(),
            command.attachedTo(),
            command.aliases(),
            command.effectiveOn()));
  }

  static List<UnitEvent> reorganize(ReorganizeUnit command, UnitState state, Context context) {
    wantGoingOn(state);
    Faults faults = new Faults();
    checkFirstDay(state, command.effectiveOn(), faults);
    faults.unitKnown("/parentCode", command.parentCode(), context.reference());
    faults.refuse();
    List<UnitEvent> events = new ArrayList<>();
    LocalDate day = command.effectiveOn();
    if (command.name() != null && !command.name().equals(state.nameOn(day))) {
      events.add(new UnitRenamed(command.name(), day, command.basis()));
    }
    if (moves(command, state)) {
      wantNoCycle(command, context.reference());
      wantParent(command.parentCode(), day, context.reference());
      events.add(new UnitMoved(command.parentCode(), day, command.basis()));
    }
    return List.copyOf(events);
  }

  /** What ended can't change any more. */
  static void wantGoingOn(UnitState state) {
    if (state.end() != null) {
      throw new RuleBroken(
          Rule.UNIT_ENDED, Map.of("unitCode", state.code(), "day", state.end().on()));
    }
  }

  /** Nothing happens to a unit before its first day. */
  static void checkFirstDay(UnitState state, LocalDate effectiveOn, Faults faults) {
    if (state.effectiveOn() != null) {
      faults.notBefore(
          "/effectiveOn", effectiveOn, state.effectiveOn(), FaultCode.BEFORE_FIRST_DAY, "firstDay");
    }
  }

  private static boolean moves(ReorganizeUnit command, UnitState state) {
    boolean said = command.parentCode() != null || command.toTop();
    return said && !Objects.equals(command.parentCode(), state.parentOn(command.effectiveOn()));
  }

  private static void wantOther(String code, @Nullable String other) {
    if (code.equals(other)) {
      throw new RuleBroken(Rule.UNIT_CYCLE, Map.of("unitCode", code));
    }
  }

  /** Neither on that day nor by a move already decided for a later one. */
  private static void wantNoCycle(ReorganizeUnit command, Reference reference) {
    Set<String> above = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    if (command.parentCode() != null) {
      open.add(command.parentCode());
    }
    while (!open.isEmpty()) {
      String code = open.poll();
      if (above.add(code)) {
        reference.unit(code).ifPresent(unit -> open.addAll(aboveFrom(unit, command.effectiveOn())));
      }
    }
    if (above.contains(command.code())) {
      throw new RuleBroken(Rule.UNIT_CYCLE, Map.of("unitCode", command.code()));
    }
  }

  private static List<String> aboveFrom(UnitState unit, LocalDate day) {
    Stream<String> later =
        unit.places().stream()
            .filter(place -> place.from() != null && place.from().isAfter(day))
            .map(UnitPlace::parentCode);
    return Stream.concat(Stream.of(unit.parentOn(day), unit.attachedTo()), later)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Units of old times may stand under one that is gone; new ones may not. */
  private static void wantParent(
      @Nullable String parentCode, @Nullable LocalDate day, Reference reference) {
    if (parentCode != null && day != null) {
      Units.aliveOn(parentCode, day, reference);
    }
  }
}
