package vn.danvankheo.benchmarks.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.danvankheo.benchmarks.commands.CommandSide;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.serialization.EventJson;

class EventCopyStoreTest {
  private static final long SEED = 11;
  private static final int EVENTS = 3_000;

  @TempDir private Path folder;

  @Test
  void whatIsCopiedIsReadLikeAnythingElse() throws Exception {
    try (BenchmarkPostgres postgres = BenchmarkPostgres.start(folder)) {
      CommandSide.prepare(postgres, 0);
      Set<String> models = EventCopy.write(postgres, EventGenerator.usual(SEED, EVENTS));

      assertThat(models).isNotEmpty();
      try (Connection connection = postgres.connect();
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT * FROM event_log WHERE aggregate_type <> 'account'"
                      + " AND aggregate_id NOT IN ('unit:VPUB', 'plan:VPUB-2024')"
                      + " ORDER BY position")) {
        EventGenerator wanted = EventGenerator.usual(SEED, EVENTS);
        while (wanted.hasNext()) {
          assertThat(row.next()).isTrue();
          assertThat(read(row)).isEqualTo(wanted.next());
        }
        assertThat(row.next()).isFalse();
      }
    }
  }

  private static GeneratedEvent read(ResultSet row) throws Exception {
    return new GeneratedEvent(
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("version"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        EventJson.read(row.getString("type"), row.getInt("revision"), row.getBytes("payload")),
        EventJson.stored().readValue(row.getBytes("metadata"), EventMetadata.class));
  }
}
