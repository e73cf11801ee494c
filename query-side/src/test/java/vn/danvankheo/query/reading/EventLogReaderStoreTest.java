package vn.danvankheo.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.danvankheo.query.testing.EventDatabase;

class EventLogReaderStoreTest {
  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final int EVENTS = 10_000;
  private static final int WRITERS = 8;
  private static final int MODELS = 40;

  private final EventDatabase database = EventDatabase.create();

  @Test
  void seesEveryCommittedEventOnceAndInOrderWhileOthersWriteDelayAndRollBack() throws Exception {
    AtomicInteger committed = new AtomicInteger();
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      int writer = i;
      running.add(writers.submit(() -> write(new Random(writer), committed)));
    }
    List<LogRow> seen = new ArrayList<>();
    int pagesHeld = 0;
    try (Connection connection = database.source().getConnection()) {
      EventLogReader reader = new EventLogReader(connection);
      boolean quiet = false;
      while (true) {
        boolean finished = running.stream().allMatch(Future::isDone);
        LogPage page = reader.after(last(seen), 200);
        seen.addAll(page.rows());
        pagesHeld += page.held() ? 1 : 0;
        if (finished && quiet && page.rows().isEmpty() && !page.held()) {
          break;
        }
        quiet = finished;
      }
    }
    for (Future<?> writer : running) {
      writer.get();
    }
    writers.shutdown();
    assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

    assertThat(pagesHeld).as("the test met gaps in doubt").isPositive();
    assertThat(seen).hasSize(committed.get()).hasSizeGreaterThanOrEqualTo(EVENTS);
    assertThat(last(seen)).as("positions were lost to rollbacks").isGreaterThan(seen.size());
    assertThat(seen.stream().map(LogRow::eventId).toList()).isEqualTo(idsInTheLog());
    Map<String, Long> versions = new HashMap<>();
    for (LogRow row : seen) {
      assertThat(row.version()).isEqualTo(versions.merge(row.aggregateId(), 0L, (a, b) -> a + 1));
    }
  }

  @Test
  void holdsBackWhatIsBehindAnOpenTransactionAndGivesItOnceThatHasEnded() throws Exception {
    try (Connection early = database.source().getConnection();
        Connection late = database.source().getConnection();
        Connection reading = database.source().getConnection()) {
      early.setAutoCommit(false);
      insert(early, "A", 0);
      insert(late, "B", 0);
      EventLogReader reader = new EventLogReader(reading);

      LogPage during = reader.after(0, 10);
      assertThat(during.rows()).isEmpty();
      assertThat(during.held()).isTrue();
      insert(late, "B", 1);
      assertThat(reader.after(0, 10).held()).isTrue();
      early.commit();

      LogPage after = reader.after(0, 10);
      assertThat(after.rows()).extracting(LogRow::aggregateId).containsExactly("A", "B", "B");
      assertThat(after.held()).isFalse();
    }
  }

  @Test
  void passesAGapOfARollbackAtOnceAndStopsAtTheLastPositionAskedFor() throws Exception {
    try (Connection writing = database.source().getConnection();
        Connection reading = database.source().getConnection()) {
      insert(writing, "A", 0);
      writing.setAutoCommit(false);
      insert(writing, "A", 1);
      writing.rollback();
      writing.setAutoCommit(true);
      insert(writing, "A", 1);
      long target = insert(writing, "A", 2);
      insert(writing, "A", 3);
      EventLogReader reader = new EventLogReader(reading);

      assertThat(reader.after(0, target, 2).rows())
          .extracting(LogRow::version)
          .containsExactly(0L, 1L);
      assertThat(reader.after(0, target, 100).rows())
          .extracting(LogRow::version)
          .containsExactly(0L, 1L, 2L);
      assertThat(reader.after(0, 2).full()).isTrue();
      assertThat(reader.after(0, 100).full()).isFalse();
      assertThat(reader.head()).isEqualTo(target + 1);
      assertThat(reader.eventIdAt(target)).isPresent();
      assertThat(reader.eventIdAt(target + 9)).isEmpty();
      assertThat(reader.stream("A")).hasSize(4);
    }
  }

  @Test
  void hearsACommitOfAnotherConnectionAndAgainAfterTheServerDroppedAll() throws Exception {
    Signal signal = new Signal();
    try (NotificationListener listener =
        new NotificationListener(database.source(), Map.of("danvankheo_events", signal))) {
      assertThat(signal.awaitBeyond(0, Duration.ofSeconds(60))).as("listening").isTrue();
      long before = signal.count();
      database.run("NOTIFY danvankheo_events");
      assertThat(signal.awaitBeyond(before, Duration.ofSeconds(60))).isTrue();

      long connected = signal.count();
      database.disconnectAll();
      assertThat(signal.awaitBeyond(connected, Duration.ofSeconds(60))).as("reconnected").isTrue();
      long again = signal.count();
      database.run("NOTIFY danvankheo_events");
      assertThat(signal.awaitBeyond(again, Duration.ofSeconds(60))).isTrue();
    }
  }

  private void write(Random random, AtomicInteger committed) {
    try (Connection connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      while (committed.get() < EVENTS) {
        int count = 1 + random.nextInt(3);
        if (transact(connection, random, "M" + random.nextInt(MODELS), count)) {
          committed.addAndGet(count);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean transact(Connection connection, Random random, String model, int count)
      throws SQLException {
    try {
      long version = nextVersion(connection, model);
      for (int i = 0; i < count; i++) {
        insert(connection, model, version + i);
      }
      if (random.nextInt(20) == 0) {
        query(connection, "SELECT pg_sleep(" + random.nextInt(10) / 1000.0 + ")");
      }
      if (random.nextInt(10) == 0) {
        connection.rollback();
        return false;
      }
      connection.commit();
      return true;
    } catch (SQLException e) {
      connection.rollback();
      if (!"23505".equals(e.getSQLState())) {
        throw e;
      }
      return false;
    }
  }

  private static long insert(Connection connection, String model, long version)
      throws SQLException {
    return EventDatabase.insert(connection, "model", model, version, "ModelClosed", 1, EMPTY);
  }

  private static long nextVersion(Connection connection, String model) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT coalesce(max(version), -1) + 1 FROM event_log WHERE aggregate_id = ?")) {
      statement.setString(1, model);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  private static void query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> idsInTheLog() throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT event_id FROM event_log ORDER BY position")) {
      List<String> ids = new ArrayList<>();
      while (result.next()) {
        ids.add(result.getString(1));
      }
      return ids;
    }
  }

  private static long last(List<LogRow> rows) {
    return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).position();
  }
}
