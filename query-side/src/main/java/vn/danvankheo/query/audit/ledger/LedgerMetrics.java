package vn.danvankheo.query.audit.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import vn.danvankheo.query.reading.LogRow;

/** What operators see of the ledger. */
final class LedgerMetrics {
  private final Clock clock;
  private final Timer delay;

  LedgerMetrics(MeterRegistry registry, Clock clock, Supplier<LedgerStatus> status) {
    this.clock = clock;
    this.delay =
        Timer.builder("danvankheo_ledger_delay")
            .description("From an event's recording until it is in a signed tree")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    Gauge.builder("danvankheo_ledger_size", status, s -> s.get().size())
        .description("Entries of the ledger as this process has seen it last")
        .register(registry);
    Gauge.builder("danvankheo_ledger_stopped", status, s -> s.get().state().isWell() ? 0 : 1)
        .description("1 when the ledger must not or can't be signed on by this process")
        .register(registry);
  }

  void signed(List<LogRow> rows) {
    Instant now = clock.instant();
    for (LogRow row : rows) {
      Duration took = Duration.between(row.recordedAt(), now);
      delay.record(took.isNegative() ? Duration.ZERO : took);
    }
  }
}
