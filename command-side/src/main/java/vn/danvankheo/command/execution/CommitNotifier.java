package vn.danvankheo.command.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the readers of the log after commits. Several commits become one {@code NOTIFY}, sent on a
 * connection that this thread keeps; when it is lost, a new one is made and the call repeated.
 */
final class CommitNotifier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommitNotifier.class);
  private static final String NOTIFY = "NOTIFY danvankheo_events";
  private static final long RETRY_MILLIS = 500;

  /**
   * Under load readers are woken so often at most: a call costs the server as much as a command.
   */
  private static final long PAUSE_MILLIS = 3;

  private static final long CLOSE_MILLIS = 2_000;

  private final DataSource dataSource;
  private final Semaphore calls = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "commit-notifier");
  private final CountDownLatch closing = new CountDownLatch(1);
  private @Nullable Connection connection;

  CommitNotifier(DataSource dataSource) {
    this.dataSource = dataSource;
    thread.setDaemon(true);
    thread.start();
  }

  /** Some events are durable now. Never waits. */
  void committed() {
    calls.release();
  }

  private void run() {
    try {
      while (closing.getCount() > 0) {
        calls.acquire();
        calls.drainPermits();
        if (closing.getCount() > 0) {
          boolean sent = sent();
          if (!sent) {
            calls.release();
          }
          closing.await(sent ? PAUSE_MILLIS : RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      disconnect();
    }
  }

  private boolean sent() {
    try {
      if (connection == null) {
        connection = dataSource.getConnection();
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(NOTIFY);
      }
      return true;
    } catch (SQLException e) {
      LOG.warn("Readers could not be woken, trying again: {}", e.getMessage());
      disconnect();
      return false;
    }
  }

  private void disconnect() {
    try (Connection lost = connection) {
      connection = null;
      LOG.debug("Giving back {}", lost);
    } catch (SQLException e) {
      LOG.debug("The connection was lost already", e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    closing.countDown();
    calls.release();
    thread.join(CLOSE_MILLIS);
  }
}
