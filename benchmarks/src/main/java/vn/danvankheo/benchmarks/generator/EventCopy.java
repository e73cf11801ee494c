package vn.danvankheo.benchmarks.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.catalogue.EventType;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.text.VietnameseText;

/**
 * Writes generated events by PostgreSQL's {@code COPY} in its binary format, with what the command
 * side keeps beside events: titles, the last registration numbers and the place of the last unit or
 * plan. To a reader they are like any others. In one transaction.
 */
public final class EventCopy {
  private static final String COPY =
      "COPY event_log (event_id, aggregate_type, aggregate_id, version, type, revision,"
          + " recorded_at, payload, metadata) FROM STDIN (FORMAT binary)";
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final short COLUMNS = 9;
  private static final short END = -1;
  private static final int NO_FLAGS = 0;
  private static final int BUFFER = 1 << 20;

  /** PostgreSQL counts microseconds from the year 2000. */
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private static final String TITLE =
      "INSERT INTO model_title (unit_code, year, folded_title, model_id) VALUES (?,?,?,?)";
  private static final String AFTERWARDS =
      """
      INSERT INTO registration_number (year, last)
        SELECT year, count(*) FROM model_title GROUP BY year
        ON CONFLICT (year) DO UPDATE SET last = excluded.last;
      UPDATE reference_position SET position =
        (SELECT max(position) FROM event_log WHERE aggregate_type IN ('unit', 'plan', 'account'));
      """;

  private final Connection connection;
  private final PreparedStatement titles;
  private final Set<String> models = new LinkedHashSet<>();

  private EventCopy(Connection connection, PreparedStatement titles) {
    this.connection = connection;
    this.titles = titles;
  }

  /**
   * Writes events into a log that has none of them yet.
   *
   * @param postgres a server whose tables the command side has made
   * @param events in their order in the log
   * @return the ids of the models
   * @throws SQLException when the server refuses
   * @throws IOException when the connection is lost
   */
  public static Set<String> write(BenchmarkPostgres postgres, Iterator<GeneratedEvent> events)
      throws SQLException, IOException {
    try (Connection connection = postgres.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement titles = connection.prepareStatement(TITLE)) {
        EventCopy copy = new EventCopy(connection, titles);
        copy.write(events);
        return copy.models;
      }
    }
  }

  private void write(Iterator<GeneratedEvent> events) throws SQLException, IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY), BUFFER))) {
      out.write(SIGNATURE);
      out.writeInt(NO_FLAGS);
      out.writeInt(0);
      while (events.hasNext()) {
        GeneratedEvent event = events.next();
        row(out, event);
        note(event);
      }
      out.writeShort(END);
    }
    titles.executeBatch();
    try (Statement statement = connection.createStatement()) {
      statement.execute(AFTERWARDS);
    }
    connection.commit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("VACUUM ANALYZE event_log");
    }
  }

  private static void row(DataOutputStream out, GeneratedEvent event) throws IOException {
    EventType type = EventCatalogue.byClass(event.event().getClass());
    UUID id = event.id();
    out.writeShort(COLUMNS);
    out.writeInt(2 * Long.BYTES);
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
    bytes(out, event.aggregateType().getBytes(UTF_8));
    bytes(out, event.aggregateId().getBytes(UTF_8));
    number(out, event.version());
    bytes(out, type.name().getBytes(UTF_8));
    out.writeInt(Integer.BYTES);
    out.writeInt(type.revision());
    number(out, ChronoUnit.MICROS.between(EPOCH, event.at()));
    bytes(out, EventJson.write(event.event()));
    bytes(out, EventJson.stored().writeValueAsBytes(event.metadata()));
  }

  private static void number(DataOutputStream out, long number) throws IOException {
    out.writeInt(Long.BYTES);
    out.writeLong(number);
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void note(GeneratedEvent event) throws SQLException {
    if (event.event() instanceof ModelRegistered registered) {
      ModelForm form = registered.form();
      models.add(event.aggregateId());
      titles.setString(1, form.unitCode());
      titles.setInt(2, registered.year());
      titles.setString(3, VietnameseText.titleKey(form.title()));
      titles.setString(4, event.aggregateId());
      titles.addBatch();
    }
  }
}
