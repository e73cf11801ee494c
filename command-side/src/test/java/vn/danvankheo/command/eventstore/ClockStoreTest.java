package vn.danvankheo.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.support.Requests.register;
import static vn.danvankheo.command.support.Requests.request;
import static vn.danvankheo.command.support.Requests.update;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.execution.Expectation;
import vn.danvankheo.command.support.Requests;
import vn.danvankheo.command.support.SetClock;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.WriteSide;

class ClockStoreTest {
  @Test
  void eventsCarryTheClockInMillisecondsEvenWhenItGoesBack() {
    TestDatabase database = TestDatabase.create();
    SetClock clock = new SetClock(Instant.parse("2024-06-30T07:15:00.123456789Z"));
    try (WriteSide side = new WriteSide(database, clock, Map.of())) {
      CommandExecutor executor = side.get(CommandExecutor.class);
      Requests.settle(executor);
      String id = register(executor, request(), "Đồng hồ").result().aggregateId();
      clock.advance(Duration.ofHours(-1));
      executor.execute(request(), update(id, "location", "Hà Vị"), Expectation.any());

      List<Instant> times =
          database
              .jdbc()
              .query(
                  "SELECT recorded_at FROM event_log WHERE aggregate_id = ? ORDER BY version",
                  (row, n) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                  id);
      assertThat(times)
          .containsExactly(
              Instant.parse("2024-06-30T07:15:00.123Z"), Instant.parse("2024-06-30T06:15:00.123Z"));
      assertThat(side.get(MeterRegistry.class).get("danvankheo.clock.backwards").counter().count())
          .isEqualTo(1);
    }
  }
}
