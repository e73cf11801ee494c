package vn.danvankheo.query.projecting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.reading.LogPage;
import vn.danvankheo.query.reading.LogRow;

/** What operators see of the projections: how far behind, how fast, what of them waits. */
final class ProjectionMetrics {
  private final ViewBoard board;
  private final Clock clock;
  private final AtomicLong head = new AtomicLong();
  private final AtomicReference<@Nullable Instant> oldestPending = new AtomicReference<>();
  private final Map<String, Counter> found = new HashMap<>();
  private final Counter checked;
  private final DistributionSummary batches;
  private final Timer delay;
  private volatile Set<DriftLog.Key> drifting = Set.of();

  ProjectionMetrics(MeterRegistry registry, ViewBoard board, Clock clock) {
    this.board = board;
    this.clock = clock;
    this.batches =
        DistributionSummary.builder("danvankheo_projection_batch")
            .baseUnit("events")
            .description("Events folded at once")
            .register(registry);
    this.delay =
        Timer.builder("danvankheo_projection_delay")
            .description("From an event's recording until it can be read in every view")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    Gauge.builder("danvankheo_log_head", head, AtomicLong::doubleValue)
        .description("The last log position seen")
        .register(registry);
    Gauge.builder("danvankheo_projection_lag", this, ProjectionMetrics::lagSeconds)
        .baseUnit("seconds")
        .description("Age of the oldest event that was read but is not in the views")
        .register(registry);
    this.checked =
        Counter.builder("danvankheo_drift_checked")
            .description("Documents that were compared with their events")
            .register(registry);
    board.all().forEach(status -> perView(registry, status.view()));
  }

  private void perView(MeterRegistry registry, String view) {
    Gauge.builder("danvankheo_projection_lag_positions", this, m -> m.lag(view))
        .tag("view", view)
        .description("Log positions that the view is behind")
        .register(registry);
    Gauge.builder("danvankheo_projection_parked", board, b -> b.status(view).parked())
        .tag("view", view)
        .description("Documents that wait for an event that can't be folded")
        .register(registry);
    Gauge.builder("danvankheo_drift_open", this, m -> m.drifting(view))
        .tag("view", view)
        .description("Documents that are not what their events give, as the leading process knows")
        .register(registry);
    found.put(
        view,
        Counter.builder("danvankheo_drift_found")
            .tag("view", view)
            .description("Documents that were found not to be what their events give")
            .register(registry));
  }

  /** A document was compared with its events. */
  void checked() {
    checked.increment();
  }

  /** A document was found not to be what its events give. */
  void drifted(String view) {
    Counter counter = found.get(view);
    if (counter != null) {
      counter.increment();
    }
  }

  /** All documents that are not what their events give. */
  void drifting(Set<DriftLog.Key> open) {
    drifting = Set.copyOf(open);
  }

  private double drifting(String view) {
    return drifting.stream().filter(key -> key.view().equals(view)).count();
  }

  void reading(LogPage page) {
    List<LogRow> rows = page.rows();
    oldestPending.set(page.heldSince());
    if (!rows.isEmpty()) {
      head.accumulateAndGet(rows.get(rows.size() - 1).position(), Math::max);
      oldestPending.set(rows.get(0).recordedAt());
    }
  }

  void headIs(long position) {
    head.accumulateAndGet(position, Math::max);
  }

  void readable(List<LogRow> rows) {
    batches.record(rows.size());
    Instant now = clock.instant();
    for (LogRow row : rows) {
      Duration took = Duration.between(row.recordedAt(), now);
      delay.record(took.isNegative() ? Duration.ZERO : took);
    }
    oldestPending.set(null);
  }

  private double lag(String view) {
    return Math.max(0, head.get() - board.status(view).position());
  }

  private double lagSeconds() {
    Instant pending = oldestPending.get();
    return pending == null ? 0 : Duration.between(pending, clock.instant()).toMillis() / 1000.0;
  }
}
