package vn.danvankheo.query;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.danvankheo.query.projecting.ProjectionRunner;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.projecting.ViewStatus;

/**
 * Whether the views are kept up to date; they are served even while they are not, so that a single
 * document that waits is an alarm, and takes no process out of service.
 */
final class ProjectionsHealth implements HealthIndicator {
  private final ViewBoard board;
  private final ProjectionRunner runner;

  ProjectionsHealth(ViewBoard board, ProjectionRunner runner) {
    this.board = board;
    this.runner = runner;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (ViewStatus status : board.all()) {
      if (status.parked() > 0) {
        health
            .down()
            .withDetail(status.view(), "documents that wait for an event: " + status.parked());
      }
    }
    if (!runner.away().isEmpty()) {
      health.down().withDetail("away", runner.away());
    }
    return health.build();
  }
}
