package vn.danvankheo.standalone.readme;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counts an office's models of a year over the lines of the audit, as a clerk with a pencil. */
final class NaiveCounter {
  private final String term;
  private final Set<String> units = new HashSet<>();
  private final Map<String, JsonNode> registered = new LinkedHashMap<>();
  private final Map<String, Set<String>> happened = new HashMap<>();

  NaiveCounter(String lines, String office, int year) {
    term = "/terms/" + year + "/";
    List<JsonNode> events = lines.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    units.add(office);
    while (events.stream()
        .filter(event -> is(event, "UnitRegistered"))
        .filter(event -> units.contains(value(event, "/parentCode")))
        .map(event -> units.add(value(event, "/code")))
        .reduce(false, Boolean::logicalOr)) {
      // Newest first: a unit may come before the one it is under.
    }
    for (JsonNode event : events) {
      String type = event.get("type").stringValue();
      String model =
          type.equals("ModelReplicated")
              ? value(event, "/sourceId")
              : event.get("aggregateId").stringValue();
      if (type.equals("ModelRegistered") && units.contains(value(event, "/unitCode"))) {
        registered.put(model, event);
      }
      String when = mentions(event, term) ? "" : mentions(event, next(year)) ? " next" : " ever";
      happened.computeIfAbsent(type + when, any -> new HashSet<>()).add(model);
    }
    registered.values().removeIf(event -> !mentions(event, term));
    registered.keySet().removeAll(happened.getOrDefault("ModelWithdrawn", Set.of()));
  }

  /** Such as {@code 8 = 7 + 1 + 0}: all, collectives, individuals, households. */
  String registered() {
    return tally(registered.keySet());
  }

  /** The same of those to which something has happened. */
  String with(String type) {
    Set<String> models = new HashSet<>(registered.keySet());
    models.retainAll(happened.getOrDefault(type, Set.of()));
    return tally(models);
  }

  Map<String, Integer> byField(String type) {
    Map<String, Integer> counts = new TreeMap<>();
    registered.forEach(
        (model, event) ->
            counts.merge(
                value(event, "/field"),
                type.equals("ModelRegistered") || happened.get(type).contains(model) ? 1 : 0,
                Integer::sum));
    return counts;
  }

  private String tally(Set<String> models) {
    Map<String, Long> kinds =
        models.stream()
            .collect(
                Collectors.groupingBy(
                    model -> value(registered.get(model), "/subjectKind"), Collectors.counting()));
    return models.size()
        + " = "
        + kinds.getOrDefault("COLLECTIVE", 0L)
        + " + "
        + kinds.getOrDefault("INDIVIDUAL", 0L)
        + " + "
        + kinds.getOrDefault("HOUSEHOLD", 0L);
  }

  private static String next(int year) {
    return "/terms/" + (year + 1) + "/";
  }

  private static boolean is(JsonNode event, String type) {
    return event.get("type").stringValue().equals(type);
  }

  private static boolean mentions(JsonNode event, String term) {
    return event
        .get("changes")
        .valueStream()
        .anyMatch(change -> change.get("path").stringValue().startsWith(term));
  }

  private static String value(JsonNode event, String path) {
    return event
        .get("changes")
        .valueStream()
        .filter(change -> change.get("path").stringValue().equals(path))
        .map(change -> change.get("new").asString())
        .findFirst()
        .orElse("");
  }
}
