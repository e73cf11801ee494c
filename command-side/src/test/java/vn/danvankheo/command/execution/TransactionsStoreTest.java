package vn.danvankheo.command.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.danvankheo.command.support.Requests.register;
import static vn.danvankheo.command.support.Requests.request;
import static vn.danvankheo.command.support.Requests.update;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.command.model.domain.WithdrawModel;
import vn.danvankheo.command.support.Requests;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.Together;
import vn.danvankheo.command.support.WriteSide;

/** All or nothing: what a request leaves behind when it fails, waits or is several in one. */
class TransactionsStoreTest {
  private static TestDatabase database;
  private static WriteSide side;
  private static CommandExecutor executor;
  private static JdbcTemplate jdbc;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    side = new WriteSide(database);
    executor = side.get(CommandExecutor.class);
    jdbc = database.jdbc();
    jdbc.execute("CREATE TABLE contended (id int PRIMARY KEY, n int NOT NULL DEFAULT 0)");
    jdbc.execute("INSERT INTO contended (id) VALUES (1), (2)");
    Requests.settle(executor);
  }

  @AfterAll
  static void stop() {
    side.close();
  }

  @Test
  void aRequestThatFailsLeavesNothing() {
    String id = register(executor, request(), "Không để lại gì").result().aggregateId();
    List<Map<String, Object>> before = everything();

    assertThatThrownBy(
            () ->
                executor.execute(
                    request(new IdempotencyKey("k", "f")),
                    update(id, "title", "Tên không bao giờ có"),
                    Expectation.any(),
                    () -> {
                      throw new IllegalStateException("at the last moment");
                    }))
        .hasMessage("at the last moment");

    assertThat(everything()).isEqualTo(before);
  }

  private static List<Map<String, Object>> everything() {
    return jdbc.queryForList(
        "SELECT 'event' AS what, event_id::text AS row FROM event_log"
            + " UNION ALL SELECT 'title', t::text FROM model_title t"
            + " UNION ALL SELECT 'number', n::text FROM registration_number n"
            + " UNION ALL SELECT 'key', i::text FROM idempotency i ORDER BY 1, 2");
  }

  @Test
  void aRefusedRequestLeavesItsKeyFree() {
    IdempotencyKey key = new IdempotencyKey("lan-sau", "f");
    String id = register(executor, request(), "Khóa dùng lại được").result().aggregateId();
    assertThatThrownBy(
            () ->
                executor.execute(
                    request(key), update(id, "location", "A Bì"), Expectation.version(7)))
        .isInstanceOf(StaleVersion.class);

    Answer<CommandResult> second =
        executor.execute(request(key), update(id, "location", "A Bì"), Expectation.version(0));

    assertThat(second.replayed()).isFalse();
    assertThat(second.result().version()).isEqualTo(1);
  }

  @Test
  void whoIsChosenToGiveWayInADeadlockDecidesAnew() throws Exception {
    JdbcTemplate within = new JdbcTemplate(side.get(DataSource.class));
    List<String> ids =
        List.of(
            register(executor, request(), "Chờ nhau một").result().aggregateId(),
            register(executor, request(), "Chờ nhau hai").result().aggregateId());
    CountDownLatch bothHoldOne = new CountDownLatch(2);

    List<Together.Outcome<Answer<CommandResult>>> outcomes =
        Together.run(
            2,
            i ->
                executor.execute(
                    request(),
                    update(ids.get(i), "location", "Bằng Lũng"),
                    Expectation.any(),
                    () -> {
                      lock(within, 1 + i);
                      bothHoldOne.countDown();
                      await(bothHoldOne);
                      lock(within, 2 - i);
                    }));

    assertThat(outcomes).allMatch(outcome -> outcome.thrown() == null);
    assertThat(jdbc.queryForList("SELECT n FROM contended", Integer.class)).containsOnly(2);
  }

  private static void lock(JdbcTemplate within, int id) {
    within.update("UPDATE contended SET n = n + 1 WHERE id = ?", id);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void severalThatBelongTogetherAreAllRefusedWithOne() {
    String id = register(executor, request(), "Đi cùng nhau").result().aggregateId();

    assertThatThrownBy(
            () ->
                executor.executeAll(
                    request(),
                    List.of(
                        new Intent(update(id, "location", "Yên Hân"), Expectation.any()),
                        new Intent(update("missing", "location", "Yên Hân"), Expectation.any())),
                    true))
        .isInstanceOfSatisfying(
            BulkRefused.class,
            refused ->
                assertThat(refused.rows())
                    .extracting(RowOutcome::aggregateId, row -> row.refusal() != null)
                    .containsExactly(tuple(id, false), tuple("missing", true)));
    assertThat(eventsOf(id)).isEqualTo(1);
  }

  @Test
  void severalRowByRowTellEachOutcomeAndSoDoesTheReplay() {
    IdempotencyKey key = new IdempotencyKey("tung-dong", "f");
    String withdrawn = register(executor, request(), "Dòng đã rút").result().aggregateId();
    executor.execute(request(), new WithdrawModel(withdrawn, null), Expectation.any());
    String id = register(executor, request(), "Dòng còn lại").result().aggregateId();
    List<Intent> intents =
        List.of(
            new Intent(update(withdrawn, "location", "Cẩm Giàng"), Expectation.any()),
            new Intent(update(id, "location", "Cẩm Giàng"), Expectation.any()));

    Answer<BulkResult> first = executor.executeAll(request(key), intents, false);
    Answer<BulkResult> second = executor.executeAll(request(key), intents, false);

    assertThat(first.result().rows().get(0).refusal().code()).isEqualTo("MODEL_CLOSED");
    assertThat(first.result().rows().get(1).result().version()).isEqualTo(1);
    assertThat(first.result().position())
        .isEqualTo(first.result().rows().get(1).result().position());
    assertThat(second).isEqualTo(new Answer<>(first.result(), true));
    assertThat(eventsOf(withdrawn)).isEqualTo(2);
    assertThat(eventsOf(id)).isEqualTo(2);
  }

  @Test
  void manyEventsOfOneRequestHaveRisingPositionsPerAggregate() {
    List<Intent> intents =
        IntStream.range(0, 230)
            .mapToObj(i -> register(executor, request(), "Hàng loạt " + i).result().aggregateId())
            .map(id -> new Intent(update(id, "location", "Hàng loạt"), Expectation.version(0)))
            .toList();

    BulkResult result = executor.executeAll(request(), intents, true).result();

    assertThat(result.rows()).allMatch(row -> row.result().version() == 1);
    assertThat(
            jdbc.queryForList(
                "SELECT aggregate_id FROM event_log a WHERE EXISTS (SELECT FROM event_log b WHERE"
                    + " b.aggregate_id = a.aggregate_id AND b.version < a.version"
                    + " AND b.position > a.position)"))
        .isEmpty();
  }

  private static int eventsOf(String aggregateId) {
    Integer count =
        jdbc.queryForObject(
            "SELECT count(*) FROM event_log WHERE aggregate_id = ?", Integer.class, aggregateId);
    return count == null ? 0 : count;
  }
}
