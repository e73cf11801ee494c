package vn.danvankheo.command.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.danvankheo.command.support.Requests.register;
import static vn.danvankheo.command.support.Requests.request;
import static vn.danvankheo.command.support.Requests.update;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.command.support.Requests;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.WriteSide;
import vn.danvankheo.web.problem.StoreAway;

class StoreAwayStoreTest {
  /** What gateways wait; some seconds are meant. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void aLostDatabaseIsToldSoonAndFoundAgain() {
    TestDatabase database = TestDatabase.create();
    try (WriteSide side = new WriteSide(database)) {
      CommandExecutor executor = side.get(CommandExecutor.class);
      Requests.settle(executor);
      String id = register(executor, request(), "Trước khi mất").result().aggregateId();

      database.shut();
      long before = System.nanoTime();
      Throwable thrown =
          catchThrowable(
              () -> executor.execute(request(), update(id, "location", "A"), Expectation.any()));
      assertThat(new StoreAway().problemOf(thrown)).as("%s", thrown).isNotNull();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE);

      database.open();
      Awaitility.await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(
              () ->
                  executor
                          .execute(request(), update(id, "location", "B"), Expectation.version(0))
                          .result()
                          .version()
                      == 1);
      JdbcTemplate jdbc = database.jdbc();
      assertThat(
              jdbc.queryForObject(
                  "SELECT count(*) FROM event_log WHERE aggregate_id = ?", Integer.class, id))
          .isEqualTo(2);
    }
  }
}
