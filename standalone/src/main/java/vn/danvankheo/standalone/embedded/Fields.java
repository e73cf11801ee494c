package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which of a document's own fields something needs; rather too many than too few. */
final class Fields {
  private static final Set<String> OF_CONDITIONS = Set.of("$and", "$or", "$nor");

  private Fields() {}

  /** Those that tell whether a document matches. */
  static Predicate<String> askedBy(Document query) {
    Set<String> names = new HashSet<>();
    return addConditions(query, names) ? names::contains : name -> true;
  }

  /** Those that tell its place in an order. */
  static Predicate<String> orderedBy(Document order) {
    Set<String> names = new HashSet<>();
    order.keySet().forEach(path -> names.add(own(path)));
    return names::contains;
  }

  /** Those of which something is left after a projection. */
  static Predicate<String> shownBy(Document projection) {
    Set<String> shown = new HashSet<>();
    Set<String> hidden = new HashSet<>();
    for (Map.Entry<String, Object> field : projection.entrySet()) {
      if (!(field.getValue() instanceof Number || field.getValue() instanceof Boolean)) {
        return name -> true;
      }
      if (isTrue(field.getValue())) {
        shown.add(own(field.getKey()));
      } else {
        hidden.add(field.getKey());
      }
    }
    return shown.isEmpty()
        ? name -> !hidden.contains(name)
        : name -> shown.contains(name) || name.equals(IndexedCollection.ID);
  }

  private static boolean isTrue(Object value) {
    return value instanceof Number number ? number.doubleValue() != 0 : (Boolean) value;
  }

  /** False when a condition may look at anything. */
  private static boolean addConditions(Document query, Set<String> names) {
    boolean known = true;
    for (Map.Entry<String, Object> condition : query.entrySet()) {
      if (OF_CONDITIONS.contains(condition.getKey())) {
        for (Object part : (Collection<?>) condition.getValue()) {
          known &= addConditions((Document) part, names);
        }
      } else {
        known &= !condition.getKey().startsWith("$");
        names.add(own(condition.getKey()));
      }
    }
    return known;
  }

  private static String own(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
