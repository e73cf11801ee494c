package vn.danvankheo.command.execution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.danvankheo.command.eventstore.EventRow;
import vn.danvankheo.command.execution.GatheredRequest.Remembered;

/**
 * Writes the events of several requests and their answers by one statement, committed by itself.
 */
final class GroupInsert implements Function<List<GatheredRequest>, Map<UUID, Long>> {
  /**
   * Columns as arrays, one element for each event. A request's events are left out when units or
   * plans are not what it assumed. Who holds what a member wants is waited for only shortly: the
   * others of the group have nothing to do with it.
   */
  private static final String EVENTS =
      """
      WITH written AS (
        INSERT INTO event_log (event_id, aggregate_type, aggregate_id, version, type, revision,
          recorded_at, payload, metadata)
        SELECT e.event_id::uuid, e.aggregate_type, e.aggregate_id, e.version, e.type, e.revision,
          e.recorded_at::timestamptz, e.payload, e.metadata
        FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::int[], ?::text[],
          ?::bytea[], ?::bytea[], ?::bigint[]) AS e(event_id, aggregate_type, aggregate_id, version,
          type, revision, recorded_at, payload, metadata, assumed)
        WHERE (SELECT set_config('lock_timeout', '100ms', true)) IS NOT NULL
          AND (e.assumed < 0 OR e.assumed = (SELECT r.position FROM reference_position r))
        RETURNING position, event_id)""";

  /** Takes the keys; the position is put into the answer where it belongs. */
  private static final String ANSWERS =
      """
      , remembered AS (
        INSERT INTO idempotency (actor, key, fingerprint, answer, created_at)
        SELECT a.actor, a.key, a.fingerprint,
          convert_to(a.head || w.position || a.tail, 'UTF8'), a.created_at::timestamptz
        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          AS a(event_id, actor, key, fingerprint, head, tail, created_at)
        JOIN written w ON w.event_id = a.event_id::uuid)""";

  private static final String PLACES = " SELECT position, event_id FROM written";

  /** Something in the data: a key that is there, a lock that is held, a value that does not fit. */
  private static final Set<String> ROLLED_BACK = Set.of("22", "23", "40", "54", "55");

  private static final String UNKNOWN_WHETHER_DONE = "40003";

  @Override
  public Map<UUID, Long> apply(List<GatheredRequest> group) {
    try {
      Connection connection = group.get(0).connection();
      // Nothing was done on it so far: as long as this is on, one statement is one transaction.
      connection.setAutoCommit(true);
      try (Restored afterwards = () -> connection.setAutoCommit(false)) {
        return insert(connection, group);
      }
    } catch (SQLException e) {
      throw explained(e);
    }
  }

  private static Map<UUID, Long> insert(Connection connection, List<GatheredRequest> group)
      throws SQLException {
    boolean answers = group.stream().anyMatch(request -> request.remembered() != null);
    String sql = answers ? EVENTS + ANSWERS + PLACES : EVENTS + PLACES;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns columns = new Columns(connection, statement);
      bindEvents(columns, group);
      if (answers) {
        bindAnswers(columns, group);
      }
      try (ResultSet rows = statement.executeQuery()) {
        Map<UUID, Long> positions = new HashMap<>();
        while (rows.next()) {
          positions.put(rows.getObject(2, UUID.class), rows.getLong(1));
        }
        return positions;
      }
    }
  }

  private static void bindEvents(Columns columns, List<GatheredRequest> group) throws SQLException {
    List<EventRow> events = new ArrayList<>();
    List<Long> assumed = new ArrayList<>();
    for (GatheredRequest request : group) {
      for (EventRow event : request.events()) {
        events.add(event);
        assumed.add(request.assumedReference());
      }
    }
    columns.add("text", events, event -> event.eventId().toString());
    columns.add("text", events, EventRow::aggregateType);
    columns.add("text", events, EventRow::aggregateId);
    columns.add("int8", events, EventRow::version);
    columns.add("text", events, EventRow::type);
    columns.add("int4", events, EventRow::revision);
    columns.add("text", events, event -> event.recordedAt().toString());
    columns.bytes(events, EventRow::payload);
    columns.bytes(events, EventRow::metadata);
    columns.add("int8", assumed, Function.identity());
  }

  private static void bindAnswers(Columns columns, List<GatheredRequest> group)
      throws SQLException {
    List<String> lastEvents = new ArrayList<>();
    List<Remembered> answers = new ArrayList<>();
    for (GatheredRequest request : group) {
      Remembered answer = request.remembered();
      if (answer != null) {
        EventRow last = request.events().get(request.events().size() - 1);
        lastEvents.add(last.eventId().toString());
        answers.add(answer);
      }
    }
    columns.add("text", lastEvents, Function.identity());
    columns.add("text", answers, Remembered::actor);
    columns.add("text", answers, Remembered::key);
    columns.add("text", answers, Remembered::fingerprint);
    columns.add("text", answers, Remembered::head);
    columns.add("text", answers, Remembered::tail);
    columns.add("text", answers, answer -> answer.at().toString());
  }

  /** Only what the server surely has rolled back may be tried again. */
  private static RuntimeException explained(SQLException e) {
    String state = e.getSQLState();
    return state != null
            && state.length() > 2
            && ROLLED_BACK.contains(state.substring(0, 2))
            && !UNKNOWN_WHETHER_DONE.equals(state)
        ? new NotTogether(e)
        : new DataAccessResourceFailureException("It is not known whether this was written", e);
  }

  /** Leaves the connection as the transaction manager knows it. */
  @FunctionalInterface
  private interface Restored extends AutoCloseable {
    @Override
    void close() throws SQLException;
  }

  /** A statement's parameters, each an array. */
  private static final class Columns {
    private final Connection connection;
    private final PreparedStatement statement;
    private int last;

    Columns(Connection connection, PreparedStatement statement) {
      this.connection = connection;
      this.statement = statement;
    }

    <T> void add(String type, List<T> rows, Function<T, ?> value) throws SQLException {
      set(type, rows.stream().map(value).toArray(arrayOf(type)));
    }

    <T> void bytes(List<T> rows, Function<T, byte[]> value) throws SQLException {
      set("bytea", rows.stream().map(value).toArray(byte[][]::new));
    }

    private void set(String type, Object[] values) throws SQLException {
      statement.setArray(++last, connection.createArrayOf(type, values));
    }

    /** The driver sends arrays of these classes as they are, others as text. */
    private static IntFunction<Object[]> arrayOf(String type) {
      return switch (type) {
        case "int8" -> Long[]::new;
        case "int4" -> Integer[]::new;
        default -> String[]::new;
      };
    }
  }
}
