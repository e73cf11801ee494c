package vn.danvankheo.benchmarks.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;
import vn.danvankheo.query.reading.EventLogReader;

/** How fast the log can be read at all: by ranges of positions, each core on a connection. */
final class RawReads {
  private static final long RANGE = 10_000;
  private static final int FETCH = 2_000;
  private static final double NANOS = 1e9;
  private static final String ROWS =
      "SELECT "
          + EventLogReader.COLUMNS
          + " FROM event_log WHERE position > ? AND position <= ? ORDER BY position";

  private final BenchmarkPostgres postgres;
  private final int readers = Runtime.getRuntime().availableProcessors();

  RawReads(BenchmarkPostgres postgres) {
    this.postgres = postgres;
  }

  /** What is done with a row. */
  @FunctionalInterface
  interface Use {
    /** Gives something that depends on what was read. */
    long of(ResultSet row) throws SQLException;
  }

  /** Looks at the bytes of payload and metadata. */
  static long touch(ResultSet row) throws SQLException {
    byte[] payload = row.getBytes(9);
    byte[] metadata = row.getBytes(10);
    return payload[payload.length / 2] + metadata[metadata.length / 2];
  }

  /** Lifts the event to its newest revision and makes objects of it. */
  static long deserialize(ResultSet row) throws SQLException {
    return EventLogReader.row(row).event().recorded().version();
  }

  /**
   * Reads up to a position.
   *
   * @return rows a second
   */
  double rate(long last, Use use) throws Exception {
    AtomicLong next = new AtomicLong();
    AtomicLong rows = new AtomicLong();
    AtomicLong used = new AtomicLong();
    long began = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(readers);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < readers; i++) {
        all.add(
            pool.submit(
                () -> {
                  read(next, last, use, rows, used);
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    return rows.get() * NANOS / (System.nanoTime() - began);
  }

  private void read(AtomicLong next, long last, Use use, AtomicLong rows, AtomicLong used)
      throws SQLException {
    try (Connection connection = postgres.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
        statement.setFetchSize(FETCH);
        for (long from = next.getAndAdd(RANGE); from < last; from = next.getAndAdd(RANGE)) {
          statement.setLong(1, from);
          statement.setLong(2, Math.min(last, from + RANGE));
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              used.addAndGet(use.of(result));
              rows.incrementAndGet();
            }
          }
        }
      }
    }
  }
}
