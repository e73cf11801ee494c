package vn.danvankheo.query;

import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import vn.danvankheo.query.drift.DriftStore;

/** Whether all view documents that were looked at are what their events give. */
final class DriftHealth extends AbstractHealthIndicator {
  private final DriftStore findings;

  DriftHealth(DriftStore findings) {
    this.findings = findings;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Map<String, Long> counts = findings.counts();
    health.up().withDetails(counts);
    if (!counts.isEmpty()) {
      health.down();
    }
  }
}
