package vn.danvankheo.standalone.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.danvankheo.events.ports.FreePorts;
import vn.danvankheo.standalone.console.Refusal;
import vn.danvankheo.standalone.datafolder.DataFolder;

class EmbeddedPostgresStoreTest {
  private static final String CLUSTER = "postgres-" + PostgresPrograms.MAJOR;

  /** Used by all, since making a database takes longest; whoever needs a new one makes it. */
  @TempDir private static Path shared;

  @TempDir private Path temporary;
  private DataFolder folder;

  @BeforeEach
  void open() {
    folder = DataFolder.open(shared.resolve("data"));
  }

  @AfterEach
  void close() throws IOException {
    folder.close();
  }

  @Test
  void keepsWhatWasCommittedAndIsDurable() throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(server, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(server, "SHOW server_version_num"))
          .startsWith(Integer.toString(PostgresPrograms.MAJOR));
      assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      run(server, "DROP TABLE IF EXISTS kept");
      run(server, "CREATE TABLE kept AS SELECT 'Dân vận khéo' AS words");
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(ask(server, "SELECT words FROM kept")).isEqualTo("Dân vận khéo");
    }
  }

  @Test
  void takesAnotherPortWhenSomebodyWasFaster() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Iterator<Integer> ports = List.of(taken.getLocalPort(), FreePorts.next()).iterator();
      try (EmbeddedPostgres server =
          EmbeddedPostgres.start(folder, Unprivileged.find(), ports::next)) {
        assertThat(ask(server, "SELECT 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }
  }

  @Test
  void refusesToRunWithDurabilitySwitchedOff() throws Exception {
    useNewFolder();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      run(server, "ALTER ROLE " + server.user() + " SET synchronous_commit = off");
    }
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("synchronous_commit");
    assertThat(Postmaster.runs(folder.path().resolve(CLUSTER))).isFalse();
  }

  @Test
  void stopsTheServerThatAKilledProcessLeft() throws Exception {
    folder.close();
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PostgresHolder.class.getName(),
                folder.path().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = holder.inputReader(UTF_8)) {
      assertThat(said.readLine()).startsWith("jdbc:postgresql:");
    }
    long orphan = pid();
    holder.destroyForcibly().waitFor();
    assertThat(Postmaster.runs(folder.path().resolve(CLUSTER))).isTrue();

    folder = DataFolder.open(folder.path());
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(pid()).isNotEqualTo(orphan);
      assertThat(ask(server, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void startsWhereAnotherProgramHasTheNumberOfAServerLongGone() throws Exception {
    EmbeddedPostgres.start(folder).close();
    Files.writeString(
        pidFile(), ProcessHandle.current().pid() + "\n" + folder.path().resolve(CLUSTER) + "\n");
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(ask(server, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void bringsBackAServerThatWasKilled() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(ProcessHandle.of(pid()).orElseThrow().destroyForcibly()).isTrue();
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> ask(server, "SELECT 1").equals("1"));
    }
  }

  @Test
  void refusesTheDataOfAnotherMajorVersion() throws IOException {
    useNewFolder();
    Files.createDirectory(folder.path().resolve("postgres-17"));
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("postgres-17")
        .hasMessageContaining("pg_dump");
  }

  @Test
  void refusesToStartWithoutThePasswordFile() throws IOException {
    useNewFolder();
    Files.createDirectory(folder.path().resolve(CLUSTER));
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("postgres-password");
  }

  @Test
  void beginsAgainAfterAStartThatWasKilledHalfWay() throws Exception {
    useNewFolder();
    Files.delete(programs());
    Files.createDirectories(folder.path().resolve("postgres-programs.new/bin"));
    Files.createDirectories(folder.path().resolve(CLUSTER + ".new/base"));
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(ask(server, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void rootStartsItEitherWay() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "not root");
    useNewFolder();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, Unprivileged.NOBODY)) {
      run(server, "CREATE TABLE kept AS SELECT 1 AS one");
    }
    Unprivileged found = Unprivileged.find();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, found)) {
      assertThat(ask(server, "SELECT one FROM kept")).isEqualTo("1");
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, Unprivileged.NOBODY)) {
      assertThat(ask(server, "SELECT one FROM kept")).isEqualTo("1");
    }
  }

  /** With the programs that are unpacked already. */
  private void useNewFolder() throws IOException {
    folder.close();
    Unprivileged user = Unprivileged.find();
    Path unpacked = PostgresPrograms.unpackedIn(shared.resolve("data"), user).home();
    folder = DataFolder.open(temporary.resolve("new"));
    Files.createSymbolicLink(programs(), unpacked);
  }

  private Path programs() {
    return folder.path().resolve("postgres-programs-" + PostgresPrograms.VERSION);
  }

  private Path pidFile() {
    return folder.path().resolve(CLUSTER).resolve("postmaster.pid");
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
  }

  private static void run(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgres server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }
}
