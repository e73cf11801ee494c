package vn.danvankheo.query.audit.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which events are asked for; what is not given does not narrow them.
 *
 * @param aggregate all of one thing, and where it was taken over
 * @param unit a unit itself, every model that was ever its own, and where these were taken over
 * @param from recorded no earlier
 * @param to recorded no later
 * @param actor by one account
 * @param types by their stored names; empty for all
 * @param requestId of one request
 * @param eventIds these events, as somebody found them; empty for all
 */
record Selection(
    Optional<String> aggregate,
    Optional<String> unit,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> actor,
    List<String> types,
    Optional<String> requestId,
    List<UUID> eventIds) {
  private static final String OF_AGGREGATE =
      "(e.aggregate_id = ? OR (e.aggregate_type = 'replication'"
          + " AND split_part(e.aggregate_id, ':', 2) = ?))";
  private static final String OF_UNIT =
      """
      (e.aggregate_id = ? OR CASE e.aggregate_type
        WHEN 'replication' THEN split_part(e.aggregate_id, ':', 2) ELSE e.aggregate_id END IN (
        SELECT m.aggregate_id FROM event_log m
        WHERE m.position <= ? AND m.type IN ('ModelRegistered', 'ModelUpdated') AND ? IN (
          convert_from(m.payload, 'UTF8')::jsonb #>> '{form,unitCode}',
          convert_from(m.payload, 'UTF8')::jsonb #>> '{changed,unitCode}')))
      """;

  private static final String METADATA = "convert_from(e.metadata, 'UTF8')::jsonb #>> ";

  /** In which way nothing is left out, as the manifest says it. */
  enum Completeness {
    STREAMS,
    RANGE,
    NONE
  }

  Completeness complete() {
    boolean period = from.isPresent() || to.isPresent();
    boolean things = aggregate.isPresent() || unit.isPresent();
    boolean search = actor.isPresent() || !types.isEmpty() || requestId.isPresent();
    if (search || !eventIds.isEmpty() || (things && period)) {
      return Completeness.NONE;
    }
    return things ? Completeness.STREAMS : Completeness.RANGE;
  }

  /** What was asked for, in a fixed order. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    aggregate.ifPresent(value -> parameters.put("aggregate", value));
    unit.ifPresent(value -> parameters.put("unit", value));
    from.ifPresent(value -> parameters.put("from", value.toString()));
    to.ifPresent(value -> parameters.put("to", value.toString()));
    actor.ifPresent(value -> parameters.put("actor", value));
    if (!types.isEmpty()) {
      parameters.put("type", String.join(",", types));
    }
    requestId.ifPresent(value -> parameters.put("requestId", value));
    if (!eventIds.isEmpty()) {
      parameters.put(
          "eventId", eventIds.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }
    return parameters;
  }

  String words() {
    return parameters().entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(" "));
  }

  /** The condition on rows {@code e} of the event log, as it was at a position. */
  Condition condition(long last) {
    List<String> parts = new ArrayList<>(List.of("TRUE"));
    List<Object> args = new ArrayList<>();
    aggregate.ifPresent(id -> add(parts, args, OF_AGGREGATE, id, id));
    unit.ifPresent(code -> add(parts, args, OF_UNIT, "unit:" + code, last, code));
    from.ifPresent(at -> add(parts, args, first(), at.atOffset(ZoneOffset.UTC)));
    to.ifPresent(at -> add(parts, args, last(), at.atOffset(ZoneOffset.UTC)));
    actor.ifPresent(name -> add(parts, args, METADATA + "'{actor,userName}' = ?", name));
    requestId.ifPresent(id -> add(parts, args, METADATA + "'{requestId}' = ?", id));
    addOneOf(parts, args, "e.type", types);
    addOneOf(parts, args, "e.event_id", eventIds);
    return new Condition(String.join(" AND ", parts), args);
  }

  /**
   * Times are not quite in the order of positions. A whole period is cut out of the log between the
   * first event and the last that belong to it, so that a missing one shows.
   */
  private String first() {
    return complete() == Completeness.RANGE
        ? "e.position >= (SELECT min(p.position) FROM event_log p WHERE p.recorded_at >= ?)"
        : "e.recorded_at >= ?";
  }

  private String last() {
    return complete() == Completeness.RANGE
        ? "e.position <= (SELECT max(p.position) FROM event_log p WHERE p.recorded_at <= ?)"
        : "e.recorded_at <= ?";
  }

  private static void addOneOf(
      List<String> parts, List<Object> args, String column, List<?> values) {
    if (!values.isEmpty()) {
      String places = values.stream().map(value -> "?").collect(Collectors.joining(", "));
      add(parts, args, column + " IN (" + places + ")", values.toArray());
    }
  }

  private static void add(List<String> parts, List<Object> args, String part, Object... values) {
    parts.add(part);
    args.addAll(List.of(values));
  }

  /**
   * A condition in SQL.
   *
   * @param sql with a question mark for each argument
   * @param args their values
   */
  record Condition(String sql, List<Object> args) {}
}
