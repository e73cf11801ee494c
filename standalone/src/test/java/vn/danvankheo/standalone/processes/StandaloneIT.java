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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.danvankheo.events.ports.FreePorts;

/**
 * {@code java -jar danvankheo.jar}, with everything that can happen to it. Starting takes longest,
 * so one folder lives through most of it: served, asked for a second time, killed, served again by
 * other options, stopped.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandaloneIT {
  private static final String PASSWORD = "Một mật khẩu dài";

  @TempDir private static Path shared;

  private static final int PORT = FreePorts.next();
  private static Path data;
  private static Program program;

  @BeforeAll
  static void start() throws Exception {
    data = shared.resolve("data");
    program = standalone(data, PORT).with("--admin-password", PASSWORD).start().untilReady(PORT);
  }

  @AfterAll
  static void close() throws Exception {
    program.close();
  }

  @Test
  @Order(1)
  void saysWhereItIs() {
    program.until("it says so", () -> program.output().contains("Ctrl-C"));
    assertThat(program.output()).contains("http://localhost:" + PORT, data.toString(), "\"admin\"");
  }

  @Test
  @Order(2)
  void refusesAFolderThatIsInUseAndLeavesItsUserAlone() throws Exception {
    try (Program second = standalone(data, FreePorts.next()).start()) {
      assertThat(second.exitCode()).isEqualTo(3);
      assertThat(second.output())
          .contains("in use", data.toString(), Long.toString(program.handle().pid()))
          .doesNotContain("\tat ");
    }
    assertThat(new Http(PORT).answers("/actuator/health/readiness")).isTrue();
  }

  @Test
  @Order(3)
  void theAcceptanceTourPasses() throws Exception {
    Tour.pass(new Http(PORT).address(), PASSWORD);
  }

  @Test
  @Order(4)
  void startsAgainAfterAKillAndTakesItsOptionsFromTheEnvironment() throws Exception {
    program.kill();
    assertThat(program.output()).doesNotContain("ERROR", "Exception");
    assertThat(data.resolve("postgres-18/postmaster.pid")).exists();
    program =
        Program.jar("standalone", "danvankheo\\.jar")
            .env("DANVANKHEO_PORT", PORT)
            .env("DANVANKHEO_DATA", data)
            .env("DANVANKHEO_ADMIN_PASSWORD", PASSWORD)
            .start()
            .untilReady(PORT);
    assertThat(data.resolve("danvankheo.version")).exists();
  }

  @Test
  @Order(5)
  void theAcceptanceTourPassesAgainOnTheSameData() throws Exception {
    Tour.pass(new Http(PORT).address(), PASSWORD);
  }

  @Test
  @Order(6)
  void stopsInGoodOrder() throws Exception {
    assertThat(program.stop()).isEqualTo(143);
    assertThat(program.output()).doesNotContain("ERROR", "Exception");
    assertThat(data.resolve("postgres-18/postmaster.pid")).doesNotExist();
  }

  @Test
  void refusesATakenPortAndLeavesNothingRunning(@TempDir Path other) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Program refused = standalone(other.resolve("data"), taken.getLocalPort()).start()) {
      assertThat(refused.exitCode()).isEqualTo(4);
      assertThat(refused.output())
          .contains("Port " + taken.getLocalPort() + " is taken")
          .doesNotContain("\tat ");
    }
    assertThat(other.resolve("data/postgres-18")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "11 letters!"})
  void refusesAShortPasswordHoweverItIsGiven(String password, @TempDir Path other)
      throws Exception {
    for (Program.Start start :
        List.of(
            standalone(other, PORT).with("--admin-password", password),
            standalone(other, PORT).env("DANVANKHEO_ADMIN_PASSWORD", password))) {
      try (Program refused = start.start()) {
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("12 characters").doesNotContain(password, "\tat ");
      }
    }
  }

  @Test
  void runsForAnOrdinaryUserToo(@TempDir Path other) throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "is what all other tests do");
    Files.setAttribute(other, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
    List<String> asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    int port = FreePorts.next();
    try (Program ordinary =
        standalone(other.resolve("data"), port).after(asNobody).start().untilReady(port)) {
      ordinary.stop();
    }
  }

  private static Program.Start standalone(Path data, int port) throws IOException {
    return Program.jar("standalone", "danvankheo\\.jar")
        .with("--port", Integer.toString(port), "--data", data.toString());
  }
}
