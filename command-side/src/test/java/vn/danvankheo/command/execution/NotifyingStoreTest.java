package vn.danvankheo.command.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.danvankheo.command.support.Requests.register;
import static vn.danvankheo.command.support.Requests.request;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import vn.danvankheo.command.support.Requests;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.WriteSide;

class NotifyingStoreTest {
  private static final int A_MINUTE = 60_000;

  private TestDatabase database;
  private WriteSide side;
  private Connection reader;

  @BeforeEach
  void start() throws SQLException {
    database = TestDatabase.create();
    side = new WriteSide(database);
    Requests.settle(side.get(CommandExecutor.class));
    reader = DriverManager.getConnection(database.url());
    try (Statement statement = reader.createStatement()) {
      statement.execute("LISTEN danvankheo_events");
    }
  }

  @AfterEach
  void stop() throws SQLException {
    reader.close();
    side.close();
  }

  private boolean woken() throws SQLException {
    return reader.unwrap(PGConnection.class).getNotifications(A_MINUTE).length > 0;
  }

  @Test
  void readersAreWokenAfterACommit() throws SQLException {
    register(side.get(CommandExecutor.class), request(), "Đánh thức");

    assertThat(woken()).isTrue();
  }

  @Test
  void readersAreWokenAgainAfterTheConnectionWasLost() throws SQLException {
    register(side.get(CommandExecutor.class), request(), "Trước khi mất kết nối");
    assertThat(woken()).isTrue();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                database
                        .jdbc()
                        .queryForList(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query"
                                + " LIKE 'NOTIFY %' AND datname = current_database()",
                            Boolean.class)
                        .size()
                    == 1);

    register(side.get(CommandExecutor.class), request(), "Sau khi mất kết nối");

    assertThat(woken()).isTrue();
  }
}
