package vn.danvankheo.query.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.parity.Comparison;
import vn.danvankheo.query.parity.Difference;
import vn.danvankheo.query.parity.Parity;

/** What a replay's result tells of the comparison of its data with the data in use. */
final class ParityResult {
  private ParityResult() {}

  /** How many documents differ in all views. */
  static long differing(Map<String, Parity> views) {
    return views.values().stream().mapToLong(Parity::differing).sum();
  }

  /** Adds how many documents there are and differ in each view, and the first differences. */
  static void put(Map<String, Object> result, Map<String, Parity> views) {
    Map<String, Object> parity = new LinkedHashMap<>();
    List<Map<String, @Nullable Object>> differences = new ArrayList<>();
    views.forEach(
        (view, found) -> {
          Map<String, Object> told = new LinkedHashMap<>();
          told.put("inUse", found.old().documents());
          told.put("replayed", found.now().documents());
          told.put("differing", found.differing());
          told.put("inUseDigest", found.old().toString());
          told.put("replayedDigest", found.now().toString());
          parity.put(view, told);
          found.first().forEach(difference -> differences.add(fields(view, difference)));
        });
    result.put("parity", parity);
    result.put("differing", differing(views));
    result.put("differences", differences.stream().limit(Comparison.MOST_NAMED).toList());
  }

  private static Map<String, @Nullable Object> fields(String view, Difference difference) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("view", view);
    if (!difference.part().isEmpty()) {
      fields.put("part", difference.part());
    }
    fields.put("document", difference.document());
    fields.put("path", difference.path());
    fields.put("old", difference.old());
    fields.put("new", difference.now());
    return fields;
  }
}
