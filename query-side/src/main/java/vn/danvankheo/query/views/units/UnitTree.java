package vn.danvankheo.query.views.units;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.UnitEnd;
import vn.danvankheo.events.state.UnitName;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.query.mongo.SearchWords;

/**
 * All units as they are on any day. A unit stands under its parent and under the unit it is
 * attached to; one that has ended stands under its only successor, else where it last stood.
 */
public final class UnitTree {
  private final Map<String, UnitState> units = new LinkedHashMap<>();

  /**
   * Makes a tree.
   *
   * @param all every unit there ever was
   */
  public UnitTree(Collection<UnitState> all) {
    all.forEach(unit -> units.put(unit.code(), unit));
  }

  /**
   * All units.
   *
   * @return those that ended too
   */
  public Collection<UnitState> all() {
    return units.values();
  }

  /**
   * A unit.
   *
   * @param code its code
   * @return empty when there never was one
   */
  public Optional<UnitState> find(String code) {
    return Optional.ofNullable(units.get(code));
  }

  /**
   * A unit's name.
   *
   * @param code its code
   * @param day the day
   * @return the name in force; null when there never was such a unit
   */
  public @Nullable String nameOn(String code, LocalDate day) {
    UnitState unit = units.get(code);
    return unit == null ? null : unit.nameOn(day);
  }

  /**
   * A unit with all that stand under it; one that has ended by that day as it stood on its last.
   *
   * @param code the upper unit's code
   * @param day the day
   * @return the codes, the unit's own first, even when there is no such unit
   */
  public Set<String> under(String code, LocalDate day) {
    LocalDate on = noLaterThanLastDay(code, day);
    Map<String, List<String>> below = new HashMap<>();
    for (UnitState unit : units.values()) {
      above(unit, on).forEach(upper -> below.merge(upper, List.of(unit.code()), UnitTree::joined));
    }
    Set<String> found = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(code));
    while (!next.isEmpty()) {
      String unit = next.remove();
      if (found.add(unit)) {
        next.addAll(below.getOrDefault(unit, List.of()));
      }
    }
    return found;
  }

  /**
   * The way up from a unit by its parents.
   *
   * @param code the unit's code
   * @param day the day
   * @return the codes from the unit itself to the top
   */
  public List<String> upwards(String code, LocalDate day) {
    Set<String> path = new LinkedHashSet<>();
    String at = code;
    while (at != null && path.add(at)) {
      UnitState unit = units.get(at);
      at = unit == null ? null : unit.parentOn(day);
    }
    return List.copyOf(path);
  }

  /**
   * Whether a unit is found by words.
   *
   * @param unit the unit
   * @param words folded; the last may be the beginning of one
   * @return true when each is in one of its names, past ones included, or its aliases
   */
  public static boolean hasWords(UnitState unit, Collection<String> words) {
    int left = words.size();
    for (String word : words) {
      if (!hasWord(unit, word, --left > 0)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a unit is found by a word.
   *
   * @param unit the unit
   * @param word folded
   * @param whole whether it is a whole word, or may be the beginning of one
   * @return true when it is in one of its names, past ones included, or its aliases
   */
  public static boolean hasWord(UnitState unit, String word, boolean whole) {
    return Stream.of(unit.names().stream().map(UnitName::name), unit.aliases().stream())
        .flatMap(texts -> texts)
        .flatMap(text -> SearchWords.of(text).stream())
        .anyMatch(known -> whole ? known.equals(word) : known.startsWith(word));
  }

  private LocalDate noLaterThanLastDay(String code, LocalDate day) {
    UnitState unit = units.get(code);
    UnitEnd end = unit == null ? null : unit.end();
    return end == null || day.isBefore(end.on()) ? day : end.on().minusDays(1);
  }

  private static Stream<String> above(UnitState unit, LocalDate day) {
    UnitEnd end = unit.end();
    if (end != null && !day.isBefore(end.on()) && end.successors().size() == 1) {
      return end.successors().stream();
    }
    return Stream.of(
            Optional.ofNullable(unit.parentOn(day)), Optional.ofNullable(unit.attachedTo()))
        .flatMap(Optional::stream);
  }

  private static List<String> joined(List<String> one, List<String> two) {
    return Stream.concat(one.stream(), two.stream()).toList();
  }
}
