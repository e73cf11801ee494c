package vn.danvankheo.benchmarks.commands;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Task;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.catalogue.EventType;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.serialization.EventJson;

/**
 * The limit: each writer inserts the same rows into a table with the same columns and indexes, by a
 * prepared statement on a connection of its own, each row committed by itself in one round trip.
 */
public final class RawInserts implements Contender, AutoCloseable {
  /** Its name in the results. */
  public static final String NAME = "raw inserts";

  private static final String COPY_TABLE =
      """
      CREATE SEQUENCE IF NOT EXISTS raw_log_position AS bigint CACHE 1;
      CREATE TABLE IF NOT EXISTS raw_log (LIKE event_log INCLUDING ALL);
      ALTER TABLE raw_log ALTER COLUMN position SET DEFAULT nextval('raw_log_position');
      """;
  private static final String INSERT =
      "INSERT INTO raw_log (event_id, aggregate_type, aggregate_id, version, type, revision,"
          + " recorded_at, payload, metadata) VALUES (?,?,?,?,?,?,?,?,?)";

  private final List<Writer> writers = new ArrayList<>();
  private final String name;

  /**
   * Makes the table and opens the connections.
   *
   * @param postgres a server whose tables the command side has made already
   * @param number how many writers there will be
   * @throws SQLException when the server refuses
   */
  public RawInserts(BenchmarkPostgres postgres, int number) throws SQLException {
    this(postgres, number, NAME, INSERT, true);
  }

  private RawInserts(
      BenchmarkPostgres postgres, int number, String name, String insert, boolean alone)
      throws SQLException {
    this.name = name;
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(COPY_TABLE);
    }
    for (int i = 0; i < number; i++) {
      writers.add(new Writer(postgres.connect(), insert, alone));
    }
  }

  /**
   * The same in the least that a transaction can be: the insert answers the row's position, and the
   * commit is a round trip of its own.
   *
   * @param postgres a server whose tables the command side has made already
   * @param number how many writers there will be
   * @return the contender
   * @throws SQLException when the server refuses
   */
  public static RawInserts inTransactions(BenchmarkPostgres postgres, int number)
      throws SQLException {
    String insert = INSERT + " RETURNING position";
    return new RawInserts(postgres, number, NAME + " in transactions", insert, false);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Task> prepare(int number, int operations) {
    writers.forEach(Writer::prepare);
    return writers.stream().limit(number).map(writer -> (Task) writer::insert).toList();
  }

  @Override
  public void close() throws SQLException {
    for (Writer writer : writers) {
      writer.connection.close();
    }
  }

  private static final class Writer {
    private static final EventType TYPE = EventCatalogue.byClass(ModelUpdated.class);
    private static final int TEXTS = 64;

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final Connection connection;
    private final PreparedStatement statement;
    private final byte[] metadata =
        EventJson.stored().writeValueAsBytes(Workload.metadata("UpdateModel"));
    private final List<byte[]> payloads =
        IntStream.range(0, TEXTS).mapToObj(i -> EventJson.write(Workload.updated(i))).toList();
    private String aggregateId = "";

    Writer(Connection connection, String insert, boolean alone) throws SQLException {
      this.connection = connection;
      this.statement = connection.prepareStatement(insert);
      connection.setAutoCommit(alone);
    }

    void prepare() {
      aggregateId = Workload.newId();
    }

    void insert(int operation) throws SQLException {
      statement.setObject(1, ids.generate());
      statement.setString(2, "model");
      statement.setString(3, aggregateId);
      statement.setLong(4, operation);
      statement.setString(5, TYPE.name());
      statement.setInt(6, TYPE.revision());
      statement.setObject(7, OffsetDateTime.now(Clock.systemUTC()));
      statement.setBytes(8, payloads.get(operation % TEXTS));
      statement.setBytes(9, metadata);
      statement.execute();
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }
}
