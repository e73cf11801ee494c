package vn.danvankheo.benchmarks.ledger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Task;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;
import vn.danvankheo.query.audit.ledger.LedgerKeyring;
import vn.danvankheo.query.audit.ledger.LedgerSequencer;
import vn.danvankheo.query.tables.QueryTables;
import vn.danvankheo.web.keys.KeyFolder;

/** Lets the ledger run in some turns and not in others, and knows what was written meanwhile. */
final class Turns implements AutoCloseable {
  private static final String HEAD = "SELECT coalesce(max(position), 0) FROM event_log";
  private static final String TAKEN = "SELECT coalesce(max(position), 0) FROM ledger_checkpoint";
  private static final String WAITED =
      """
      SELECT percentile_cont(?::float8) WITHIN GROUP
               (ORDER BY extract(epoch FROM c.signed_at - e.recorded_at) * 1000)
        FROM (SELECT position, signed_at, lag(position, 1, 0::bigint) OVER (ORDER BY size) AS behind
                FROM ledger_checkpoint) c
        JOIN event_log e ON e.position > c.behind AND e.position <= c.position
       WHERE EXISTS (SELECT 1 FROM unnest(?::bigint[], ?::bigint[]) AS t(first, last)
                      WHERE e.position > t.first AND e.position <= t.last)
      """;

  private final PGSimpleDataSource source = new PGSimpleDataSource();
  private final KeyFolder folder;
  private final LedgerKeyring keyring;
  private final List<Long> first = new ArrayList<>();
  private final List<Long> last = new ArrayList<>();
  private @Nullable LedgerSequencer running;

  Turns(BenchmarkPostgres postgres) throws Exception {
    source.setUrl(postgres.jdbcUrl());
    source.setUser(postgres.user());
    source.setPassword(postgres.password());
    Path keys = Files.createDirectories(postgres.folder().resolve("ledger-keys"));
    folder = new KeyFolder(keys);
    keyring = new LedgerKeyring(folder, Optional.empty(), Optional.empty());
  }

  /** Starts the ledger, and waits until it has all there is. */
  void begin() throws Exception {
    if (running == null) {
      running =
          new LedgerSequencer(
              source,
              new QueryTables(source),
              folder,
              keyring,
              Optional.empty(),
              new SimpleMeterRegistry(),
              Clock.systemUTC());
      running.start();
      awaitCaughtUp();
    }
    first.add(number(HEAD));
  }

  /** Lets the ledger take in what was written, and ends it. */
  void end() throws Exception {
    if (running != null) {
      awaitCaughtUp();
      if (last.size() < first.size()) {
        last.add(number(HEAD));
      }
      running.close();
      running = null;
    }
  }

  /** The same contender, with or without the ledger beside it. */
  Contender of(String name, boolean ledger, Contender contender) {
    return new Contender() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Task> prepare(int writers, int operations) throws Exception {
        end();
        List<Task> tasks = contender.prepare(writers, operations);
        if (ledger) {
          begin();
        }
        return tasks;
      }
    };
  }

  /** How long events of the turns waited for a checkpoint, in milliseconds. */
  double waited(double share) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(WAITED)) {
      statement.setDouble(1, share);
      statement.setArray(2, connection.createArrayOf("bigint", first.toArray()));
      statement.setArray(3, connection.createArrayOf("bigint", last.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getDouble(1);
      }
    }
  }

  private void awaitCaughtUp() throws SQLException {
    long head = number(HEAD);
    while (!tablesAreThere() || number(TAKEN) < head) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private boolean tablesAreThere() throws SQLException {
    return number("SELECT count(*) FROM pg_tables WHERE tablename = 'ledger_checkpoint'") > 0;
  }

  private long number(String query) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws Exception {
    end();
  }
}
