package vn.danvankheo.command.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.danvankheo.command.support.Requests.register;
import static vn.danvankheo.command.support.Requests.request;
import static vn.danvankheo.command.support.Requests.update;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.command.support.Requests;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.WriteSide;

class SnapshotsStoreTest {
  private static final int THRESHOLD = 10;

  private TestDatabase database;
  private JdbcTemplate jdbc;
  private String id;

  @BeforeEach
  void makeALongHistory() {
    database = TestDatabase.create();
    jdbc = database.jdbc();
    try (WriteSide side = side()) {
      CommandExecutor executor = side.get(CommandExecutor.class);
      Requests.settle(executor);
      id = register(executor, request(), "Lịch sử dài").result().aggregateId();
      for (int i = 1; i <= 2 * THRESHOLD; i++) {
        executor.execute(request(), update(id, "location", "Thôn " + i), Expectation.any());
      }
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(snapshots()).isEqualTo(1));
    }
  }

  private WriteSide side() {
    return new WriteSide(
        database, Clock.systemUTC(), Map.of("danvankheo.command.snapshot-threshold", THRESHOLD));
  }

  private int snapshots() {
    Integer count =
        jdbc.queryForObject(
            "SELECT count(*) FROM snapshot WHERE aggregate_id = ?", Integer.class, id);
    return count == null ? 0 : count;
  }

  private CommandResult change(String location) {
    try (WriteSide side = side()) {
      return change(side, location);
    }
  }

  private CommandResult change(WriteSide side, String location) {
    return side.get(CommandExecutor.class)
        .execute(request(), update(id, "location", location), Expectation.any())
        .result();
  }

  @Test
  void aColdStartReadsTheSnapshotAndOnlyWhatCameAfterIt() {
    jdbc.update(
        "DELETE FROM event_log e USING snapshot s WHERE e.aggregate_id = ? AND s.aggregate_id ="
            + " e.aggregate_id AND e.version <= s.version",
        id);

    assertThat(change("Thôn cuối").version()).isEqualTo(2 * THRESHOLD + 1);
  }

  @Test
  void aColdStartGivesTheStateThatWasLeft() {
    assertThat(change("Thôn " + 2 * THRESHOLD).eventIds()).isEmpty();
    assertThat(change("Thôn khác").version()).isEqualTo(2 * THRESHOLD + 1);
  }

  @Test
  void aSnapshotOfAnotherReleaseIsNotRead() {
    jdbc.update(
        "UPDATE snapshot SET revision = 'another', payload = '\\x00' WHERE aggregate_id = ?", id);

    try (WriteSide side = side()) {
      assertThat(change(side, "Thôn cuối").version()).isEqualTo(2 * THRESHOLD + 1);
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(
                          jdbc.queryForObject(
                              "SELECT revision <> 'another' FROM snapshot WHERE aggregate_id = ?",
                              Boolean.class,
                              id))
                      .isTrue());
    }
  }

  @Test
  void aSnapshotThatCannotBeReadDoesNoHarm() {
    jdbc.update("UPDATE snapshot SET payload = '\\x00' WHERE aggregate_id = ?", id);

    assertThat(change("Thôn cuối").version()).isEqualTo(2 * THRESHOLD + 1);
  }
}
