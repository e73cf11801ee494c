package vn.danvankheo.query.history.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.fold.RecordShape;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.vocabulary.PersonalText;

/**
 * What differs between two shapes of one thing, value by value. Lists of things are compared by the
 * things' own keys, lists of plain values as a whole; nothing, null and an empty list are the same.
 */
public final class Differences {
  /** What changes with every event and says nothing. */
  private static final Set<String> BOOKKEEPING = Set.of("version", "updatedAt");

  private Differences() {}

  /**
   * Tells two states apart.
   *
   * @param before what {@link Shapes#after} gave; null when there was nothing before
   * @param after the same thing later
   * @return the changes in the order of the shape
   */
  public static List<Change> between(@Nullable Record before, Record after) {
    if (before instanceof ModelState && after instanceof ModelState) {
      List<Change> changes = new ArrayList<>();
      compareNamed("", Shapes.fields(before), Shapes.fields(after), changes);
      return List.copyOf(changes);
    }
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return between(before == null ? nothing : Shapes.of(before), Shapes.of(after));
  }

  /**
   * Tells two shapes apart.
   *
   * @param before what {@link Shapes#of} gave
   * @param after the same thing later
   * @return the changes in the order of the shape
   */
  public static List<Change> between(ObjectNode before, ObjectNode after) {
    List<Change> changes = new ArrayList<>();
    for (String name : names(before.propertyNames(), after.propertyNames())) {
      if (!BOOKKEEPING.contains(name)) {
        compare(Keys.child("", name), name, before.get(name), after.get(name), changes);
      }
    }
    return List.copyOf(changes);
  }

  private static void compareNamed(
      String path, Map<String, Object> before, Map<String, Object> after, List<Change> changes) {
    for (String name : names(before.keySet(), after.keySet())) {
      Object old = before.get(name);
      Object now = after.get(name);
      // What an event leaves alone is the very same object afterwards.
      if (old != now && !(path.isEmpty() && BOOKKEEPING.contains(name))) {
        compareValues(Keys.child(path, name), name, old, now, changes);
      }
    }
  }

  /** Makes JSON only of what may differ. */
  private static void compareValues(
      String path,
      String name,
      @Nullable Object before,
      @Nullable Object after,
      List<Change> changes) {
    if (isThing(before) && isThing(after)) {
      compareThings(path, (Record) before, (Record) after, changes);
    } else if (areThings(before) && areThings(after)) {
      compareNamed(
          path, Keys.items(name, (List<?>) before), Keys.items(name, (List<?>) after), changes);
    } else if (!Objects.equals(before, after)) {
      compare(path, name, json(before), json(after), changes);
    }
  }

  /** Component by component: first what there was, then what is new. */
  private static void compareThings(
      String path, Record before, Record after, List<Change> changes) {
    if (before.getClass() != after.getClass()) {
      compareNamed(path, Shapes.fields(before), Shapes.fields(after), changes);
      return;
    }
    RecordShape shape = RecordShape.of(before);
    for (boolean known : new boolean[] {true, false}) {
      for (int i = 0; i < shape.names().size(); i++) {
        Object old = shape.value(i, before);
        Object now = shape.value(i, after);
        if (old != now && (old != null) == known) {
          String name = shape.names().get(i);
          compareValues(Keys.child(path, name), name, old, now, changes);
        }
      }
    }
  }

  private static boolean isThing(@Nullable Object value) {
    return value instanceof Record && !(value instanceof PersonalText);
  }

  private static boolean areThings(@Nullable Object value) {
    return value instanceof List<?> list && !list.isEmpty() && isThing(list.get(0));
  }

  private static @Nullable JsonNode json(@Nullable Object value) {
    return value == null ? null : Shapes.value(value);
  }

  private static void compare(
      String path,
      String name,
      @Nullable JsonNode before,
      @Nullable JsonNode after,
      List<Change> changes) {
    JsonNode old = something(before);
    JsonNode now = something(after);
    if (old == null ? now == null : old.equals(now)) {
      return;
    }
    if (isPlain(old) && isPlain(now)) {
      changes.add(new Change(path, old, now));
      return;
    }
    Map<String, JsonNode> olds = Keys.parts(name, old);
    Map<String, JsonNode> nows = Keys.parts(name, now);
    for (String key : names(olds.keySet(), nows.keySet())) {
      compare(Keys.child(path, key), key, olds.get(key), nows.get(key), changes);
    }
  }

  private static @Nullable JsonNode something(@Nullable JsonNode node) {
    return node == null || node.isNull() || (node.isContainer() && node.isEmpty()) ? null : node;
  }

  private static boolean isPlain(@Nullable JsonNode node) {
    return node == null || node.isValueNode() || Keys.isPlainList(node) || Personal.isMarked(node);
  }

  private static Set<String> names(Iterable<String> before, Iterable<String> after) {
    Set<String> names = new LinkedHashSet<>();
    before.forEach(names::add);
    after.forEach(names::add);
    return names;
  }
}
