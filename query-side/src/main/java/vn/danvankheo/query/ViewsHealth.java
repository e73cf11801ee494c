package vn.danvankheo.query;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.projecting.ViewStatus;

/** Whether queries can be answered: every view is built, and its store is there. */
final class ViewsHealth implements HealthIndicator {
  private final ViewBoard board;
  private final ViewDatabase database;

  ViewsHealth(ViewBoard board, ViewDatabase database) {
    this.board = board;
    this.database = database;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (ViewStatus status : board.all()) {
      health.withDetail(
          status.view(), (status.served() ? "LIVE" : "BUILDING") + " at " + status.position());
      if (!status.served()) {
        health.down();
      }
    }
    try {
      database.ping();
    } catch (RuntimeException e) {
      health.down(e);
    }
    return health.build();
  }
}
