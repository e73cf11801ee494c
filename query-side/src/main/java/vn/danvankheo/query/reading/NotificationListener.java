package vn.danvankheo.query.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on a connection of its own and raises a signal for every notification. While PostgreSQL
 * is away it tries again and again; after each new connection all signals are raised once, since
 * notifications may have been missed.
 */
public final class NotificationListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationListener.class);
  private static final int POLL_MILLIS = 500;
  private static final Duration RETRY = Duration.ofMillis(500);

  private final Map<String, Signal> channels;
  private final StandingWork listening;
  private boolean away;

  /**
   * Starts to listen.
   *
   * @param source gives connections of its own to each caller, not a pool's
   * @param channels what to raise for each channel
   */
  public NotificationListener(DataSource source, Map<String, Signal> channels) {
    this.channels = Map.copyOf(channels);
    this.listening = new StandingWork("log-listener", source, RETRY, this::listen, this::trouble);
    listening.start();
  }

  @Override
  public void close() throws InterruptedException {
    listening.close();
  }

  private void trouble(Exception e) {
    if (!away) {
      LOG.warn("Not listening for new events: {}", e.getMessage());
    }
    away = true;
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String channel : channels.keySet()) {
        statement.execute("LISTEN " + channel);
      }
    }
    away = false;
    channels.values().forEach(Signal::raise);
    PGConnection notifications = connection.unwrap(PGConnection.class);
    while (listening.goesOn()) {
      PGNotification[] received = notifications.getNotifications(POLL_MILLIS);
      if (received != null) {
        List.of(received).stream()
            .map(PGNotification::getName)
            .distinct()
            .map(channels::get)
            .forEach(Signal::raise);
      }
    }
  }
}
