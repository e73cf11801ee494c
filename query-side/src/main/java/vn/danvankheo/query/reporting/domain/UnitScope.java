package vn.danvankheo.query.reporting.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.UnitEnd;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.query.views.units.UnitTree;

/**
 * The units of a report in the order in which they are listed: from the top, sisters in the order
 * of their registration, which is that of protocol.
 */
final class UnitScope {
  private final UnitTree tree;
  private final LocalDate day;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Integer> order = new LinkedHashMap<>();

  /** The units under one on a day. */
  UnitScope(UnitTree tree, String root, LocalDate day) {
    this.tree = tree;
    this.day = day;
    Set<String> codes = tree.under(root, day);
    Map<String, List<String>> below = new LinkedHashMap<>();
    for (UnitState unit : tree.all()) {
      String upper = unit.code().equals(root) ? null : upper(unit, codes);
      if (codes.contains(unit.code()) && upper != null) {
        below.computeIfAbsent(upper, code -> new ArrayList<>()).add(unit.code());
      }
    }
    place(root, null, 0, below);
  }

  private void place(
      String code, @Nullable String upper, int depth, Map<String, List<String>> below) {
    if (places.putIfAbsent(code, new Place(upper, depth)) != null) {
      return;
    }
    order.put(code, order.size());
    below.getOrDefault(code, List.of()).forEach(next -> place(next, code, depth + 1, below));
  }

  /** The nearest of those above that is in the report: the parent before what it is attached to. */
  private @Nullable String upper(UnitState unit, Set<String> codes) {
    UnitEnd end = unit.end();
    Stream<String> successors =
        end == null || day.isBefore(end.on()) ? Stream.empty() : end.successors().stream();
    Stream<@Nullable String> places = Stream.of(unit.parentOn(day), unit.attachedTo());
    return Stream.concat(successors.limit(1), places)
        .filter(code -> code != null && !code.equals(unit.code()) && codes.contains(code))
        .findFirst()
        .orElse(null);
  }

  boolean contains(@Nullable String code) {
    return code != null && places.containsKey(code);
  }

  /** The codes in their order. */
  Set<String> codes() {
    return places.keySet();
  }

  /** The place in that order; behind all when the unit is not one of them. */
  int order(@Nullable String code) {
    return order.getOrDefault(code, order.size());
  }

  int depth(String code) {
    return places.get(code).depth();
  }

  @Nullable String upper(String code) {
    return places.get(code).upper();
  }

  /**
   * The first day on which a unit was no more; null when it was there on the day, or is unknown.
   */
  @Nullable UnitEnd end(String code) {
    return tree.find(code).map(UnitState::end).filter(end -> !day.isBefore(end.on())).orElse(null);
  }

  /** A unit's name on the day, or on its last; its code when it is unknown. */
  String name(String code) {
    UnitEnd end = end(code);
    String name = tree.nameOn(code, end == null ? day : end.on().minusDays(1));
    return name == null ? code : name;
  }

  private record Place(@Nullable String upper, int depth) {}
}
