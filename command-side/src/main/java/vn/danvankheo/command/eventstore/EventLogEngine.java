package vn.danvankheo.command.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;

/**
 * Axon's JDBC engine on the table {@code event_log}: writes several events by one statement that
 * answers their positions and that of the newest unit or plan, keeps real timestamps, and one
 * snapshot for each aggregate.
 */
final class EventLogEngine extends JdbcEventStorageEngine {
  private static final int ROWS_PER_INSERT = 100;
  private static final int PAGE = 500;
  private static final String INSERT =
      "INSERT INTO event_log (event_id, aggregate_type, aggregate_id, version, type, revision,"
          + " recorded_at, payload, metadata) VALUES ";
  private static final String RETURNING =
      " RETURNING position, event_id, (SELECT r.position FROM reference_position r)";
  private static final String ROW = "(?,?,?,?,?,?,?,?,?)";
  private static final String STORE_SNAPSHOT =
      "INSERT INTO snapshot AS old (aggregate_id, aggregate_type, version, type, revision,"
          + " recorded_at, payload) VALUES (?,?,?,?,?,?,?) ON CONFLICT (aggregate_id) DO UPDATE SET"
          + " version = excluded.version, type = excluded.type, revision = excluded.revision,"
          + " recorded_at = excluded.recorded_at, payload = excluded.payload"
          + " WHERE old.version < excluded.version OR old.revision <> excluded.revision";
  private static final String READ_SNAPSHOT =
      "SELECT aggregate_type, version, type, revision, recorded_at, payload FROM snapshot"
          + " WHERE aggregate_id = ?";
  private static final byte[] NO_METADATA = {};

  private final EventDatabase database;

  EventLogEngine(
      EventDatabase database, TransactionManager transactions, SnapshotSerializer snapshots) {
    super(
        JdbcEventStorageEngine.builder()
            .connectionProvider(new SpringDataSourceConnectionProvider(database.dataSource()))
            .transactionManager(transactions)
            .schema(schemaOfOurs())
            .dataType(byte[].class)
            .eventSerializer(new EventSerializer())
            .snapshotSerializer(snapshots)
            .snapshotFilter(snapshots::isCurrent)
            .persistenceExceptionResolver(e -> SqlStates.of(e).contains(SqlStates.DUPLICATE_KEY))
            .batchSize(PAGE)
            // A stream has no gaps, so a page that is not full is the last one.
            .finalAggregateBatchPredicate(page -> page.size() < PAGE));
    this.database = database;
  }

  private static EventSchema schemaOfOurs() {
    return EventSchema.builder()
        .eventTable("event_log")
        .snapshotTable("snapshot")
        .globalIndexColumn("position")
        .timestampColumn("recorded_at")
        .eventIdentifierColumn("event_id")
        .aggregateIdentifierColumn("aggregate_id")
        .sequenceNumberColumn("version")
        .typeColumn("aggregate_type")
        .payloadTypeColumn("type")
        .payloadRevisionColumn("revision")
        .payloadColumn("payload")
        .metaDataColumn("metadata")
        .build();
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    List<EventRow> rows = events.stream().map(event -> row((DomainEventMessage<?>) event)).toList();
    Appends appends = Appends.of(CurrentUnitOfWork.get());
    if (appends.gathers() && database.isUntouched()) {
      appends.gather(rows);
      return;
    }
    Connection connection = database.current();
    for (int from = 0; from < rows.size(); from += ROWS_PER_INSERT) {
      insert(
          connection,
          rows.subList(from, Math.min(rows.size(), from + ROWS_PER_INSERT)),
          appends,
          events.get(from));
    }
  }

  private EventRow row(DomainEventMessage<?> event) {
    SerializedObject<byte[]> payload = event.serializePayload(getEventSerializer(), byte[].class);
    SerializedObject<byte[]> metadata = event.serializeMetaData(getEventSerializer(), byte[].class);
    return new EventRow(
        UUID.fromString(event.getIdentifier()),
        event.getType(),
        event.getAggregateIdentifier(),
        event.getSequenceNumber(),
        payload.getType().getName(),
        Integer.parseInt(payload.getType().getRevision()),
        event.getTimestamp(),
        payload.getData(),
        metadata.getData());
  }

  private void insert(
      Connection connection, List<EventRow> rows, Appends appends, EventMessage<?> first) {
    try (PreparedStatement statement = connection.prepareStatement(insertOf(rows.size()))) {
      int column = 1;
      for (EventRow row : rows) {
        column = bind(statement, column, row);
      }
      try (ResultSet positions = statement.executeQuery()) {
        for (EventRow row : rows) {
          positions.next();
          if (!row.eventId().equals(positions.getObject(2, UUID.class))) {
            throw new EventStoreException("The log answered in another order than it was asked");
          }
          appends.add(row, positions.getLong(1));
          appends.sawReference(positions.getLong(3));
        }
      }
    } catch (SQLException e) {
      handlePersistenceException(e, first);
    }
  }

  private static String insertOf(int rows) {
    return INSERT + (ROW + ",").repeat(rows - 1) + ROW + RETURNING;
  }

  private int bind(PreparedStatement statement, int column, EventRow row) throws SQLException {
    int c = column;
    statement.setObject(c++, row.eventId());
    statement.setString(c++, row.aggregateType());
    statement.setString(c++, row.aggregateId());
    statement.setLong(c++, row.version());
    statement.setString(c++, row.type());
    statement.setInt(c++, row.revision());
    writeTimestamp(statement, c++, row.recordedAt());
    statement.setBytes(c++, row.payload());
    statement.setBytes(c++, row.metadata());
    return c;
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    SerializedObject<byte[]> payload = snapshot.serializePayload(serializer, byte[].class);
    try (PreparedStatement statement = database.current().prepareStatement(STORE_SNAPSHOT)) {
      statement.setString(1, snapshot.getAggregateIdentifier());
      statement.setString(2, snapshot.getType());
      statement.setLong(3, snapshot.getSequenceNumber());
      statement.setString(4, payload.getType().getName());
      statement.setString(5, payload.getType().getRevision());
      writeTimestamp(statement, 6, snapshot.getTimestamp());
      statement.setBytes(7, payload.getData());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new EventStoreException("A snapshot could not be stored", e);
    }
  }

  /** Reads its content at once: the store goes on from the events when that fails, not later. */
  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
    Optional<DomainEventMessage<?>> snapshot = super.readSnapshot(aggregateId);
    snapshot.ifPresent(DomainEventMessage::getPayload);
    return snapshot;
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateId) {
    try (PreparedStatement statement = database.current().prepareStatement(READ_SNAPSHOT)) {
      statement.setString(1, aggregateId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Stream.of(snapshotIn(row, aggregateId)) : Stream.empty();
      }
    } catch (SQLException e) {
      throw new EventStoreException("The snapshot could not be read", e);
    }
  }

  private DomainEventData<byte[]> snapshotIn(ResultSet row, String aggregateId)
      throws SQLException {
    return new GenericDomainEventEntry<>(
        row.getString("aggregate_type"),
        aggregateId,
        row.getLong("version"),
        aggregateId,
        readTimeStamp(row, "recorded_at"),
        row.getString("type"),
        row.getString("revision"),
        row.getBytes("payload"),
        NO_METADATA);
  }

  @Override
  protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class);
  }

  @Override
  protected void writeTimestamp(PreparedStatement statement, int column, Instant at)
      throws SQLException {
    statement.setObject(column, at.atOffset(ZoneOffset.UTC));
  }
}
