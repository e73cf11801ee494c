package vn.danvankheo.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code java -jar danvankheo.jar}, with everything that can happen to it. */
class StandaloneIT {
  private static final String PASSWORD = "Một mật khẩu dài";

  /** Used by most, since making a database takes longest; each leaves it stopped. */
  @TempDir private static Path shared;

  private final int port = Http.freePort();
  private final Path data = shared.resolve("data");

  @Test
  void sayWhereItIsServesAndStopsInGoodOrder() throws Exception {
    try (Program program = start(data, port).untilReady(port)) {
      program.until("it says so", () -> program.output().contains("Ctrl-C"));
      assertThat(program.output())
          .contains("http://localhost:" + port, data.toString(), "\"admin\"");
      assertThat(program.stop()).isEqualTo(143);
      assertThat(program.output()).doesNotContain("ERROR", "Exception");
    }
    assertThat(data.resolve("postgres-18/postmaster.pid")).doesNotExist();
  }

  @Test
  void startsAgainAfterAKill() throws Exception {
    try (Program killed = start(data, port).untilReady(port)) {
      killed.kill();
    }
    assertThat(data.resolve("postgres-18/postmaster.pid")).exists();
    try (Program program = start(data, port).untilReady(port)) {
      program.stop();
    }
  }

  @Test
  void refusesAFolderThatIsInUseAndLeavesItsUserAlone() throws Exception {
    try (Program first = start(data, port).untilReady(port)) {
      try (Program second = start(data, Http.freePort())) {
        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.output())
            .contains("in use", data.toString(), Long.toString(first.handle().pid()))
            .doesNotContain("\tat ");
      }
      assertThat(new Http(port).answers("/actuator/health/readiness")).isTrue();
      first.stop();
    }
  }

  @Test
  void refusesATakenPortAndLeavesNothingRunning(@TempDir Path other) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Program program = start(other.resolve("data"), taken.getLocalPort())) {
      assertThat(program.exitCode()).isEqualTo(4);
      assertThat(program.output())
          .contains("Port " + taken.getLocalPort() + " is taken")
          .doesNotContain("\tat ");
    }
    assertThat(other.resolve("data/postgres-18")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "11 letters!"})
  void refusesAShortPasswordHoweverItIsGiven(String password) throws Exception {
    for (Program.Start start :
        List.of(
            standalone(data, port).with("--admin-password", password),
            standalone(data, port).env("DANVANKHEO_ADMIN_PASSWORD", password))) {
      try (Program program = start.start()) {
        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.output()).contains("12 characters").doesNotContain(password, "\tat ");
      }
    }
  }

  @Test
  void takesItsOptionsFromTheEnvironment(@TempDir Path other) throws Exception {
    Path folder = other.resolve("from-environment");
    try (Program program =
        Program.jar("standalone", "danvankheo\\.jar")
            .env("DANVANKHEO_PORT", port)
            .env("DANVANKHEO_DATA", folder)
            .env("DANVANKHEO_ADMIN_PASSWORD", PASSWORD)
            .start()
            .untilReady(port)) {
      assertThat(folder.resolve("danvankheo.version")).exists();
      program.stop();
    }
  }

  @Test
  void runsForAnOrdinaryUserToo(@TempDir Path other) throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "is what all other tests do");
    Files.setAttribute(other, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
    List<String> asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    try (Program program =
        standalone(other.resolve("data"), port).after(asNobody).start().untilReady(port)) {
      program.stop();
    }
  }

  @Test
  void theAcceptanceTourPassesTwiceOnTheSameData(@TempDir Path other) throws Exception {
    Path folder = other.resolve("data");
    for (int time = 1; time <= 2; time++) {
      try (Program program = start(folder, port).untilReady(port)) {
        Tour.pass(new Http(port).address(), PASSWORD);
        program.kill();
      }
    }
    try (Program program = start(folder, port).untilReady(port)) {
      program.stop();
    }
  }

  private static Program start(Path data, int port) throws IOException {
    return standalone(data, port).with("--admin-password", PASSWORD).start();
  }

  private static Program.Start standalone(Path data, int port) {
    return Program.jar("standalone", "danvankheo\\.jar")
        .with("--port", Integer.toString(port), "--data", data.toString());
  }
}
