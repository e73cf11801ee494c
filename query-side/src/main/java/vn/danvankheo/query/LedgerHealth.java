package vn.danvankheo.query;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.danvankheo.query.audit.ledger.LedgerSequencer;
import vn.danvankheo.query.audit.ledger.LedgerStatus;
import vn.danvankheo.query.audit.ledger.LedgerWatch;

/** Whether the ledger goes on; everything else does also when it does not. */
final class LedgerHealth implements HealthIndicator {
  private final LedgerSequencer sequencer;
  private final LedgerWatch watch;

  LedgerHealth(LedgerSequencer sequencer, LedgerWatch watch) {
    this.sequencer = sequencer;
    this.watch = watch;
  }

  @Override
  public Health health() {
    LedgerStatus status = sequencer.status();
    Health.Builder health = status.state().isWell() ? Health.up() : Health.down();
    health.withDetail("state", status.state()).withDetail("size", status.size());
    if (status.detail() != null) {
      health.withDetail("why", status.detail());
    }
    if (!watch.findings().isEmpty()) {
      health.down().withDetail("findings", watch.findings().size());
    }
    return health.build();
  }
}
