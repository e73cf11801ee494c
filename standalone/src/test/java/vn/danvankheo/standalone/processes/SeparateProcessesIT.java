package vn.danvankheo.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The same jars that the containers run, on the same kind of servers. Programs take long to start,
 * so there is one installation, first with one process of each side, then with two, then with one
 * of them gone.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeparateProcessesIT {
  @TempDir private static Path folder;

  private static SeparateProcesses processes;
  private static Registry registry;

  @BeforeAll
  static void start() throws Exception {
    processes = SeparateProcesses.start(folder);
    registry = Registry.logIn(processes.gateway(), SeparateProcesses.PASSWORD);
    assertThat(registry.registerUnit("BEFORE", "before").statusCode()).isEqualTo(201);
  }

  @AfterAll
  static void stop() throws Exception {
    if (processes != null) {
      processes.close();
    }
  }

  @Test
  @Order(1)
  void theAcceptanceTourPassesTwiceOnOneOfEachSide() throws Exception {
    for (int time = 1; time <= 2; time++) {
      Tour.pass(processes.gateway().address(), SeparateProcesses.PASSWORD);
    }
  }

  @Test
  @Order(2)
  void withoutTheViewsCommandsGoOn() throws Exception {
    processes.mongo().cut();
    HttpResponse<String> written = registry.registerUnit("WITHOUT-VIEWS", "without-views");
    assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
    // Units are few and remembered; models are not.
    assertAway(registry.get("/api/models"));

    processes.mongo().mend();
    long position = Registry.read(written).get("position").asLong();
    awaitOk(() -> registry.get("/api/units/WITHOUT-VIEWS?minPosition=" + position));
  }

  @Test
  @Order(2)
  void withoutTheEventsQueriesGoOn() throws Exception {
    awaitOk(() -> registry.get("/api/units/BEFORE"));
    processes.events().cut();
    assertAway(registry.registerUnit("WITHOUT-EVENTS", "without-events"));
    assertThat(registry.get("/api/units/BEFORE").statusCode()).isEqualTo(200);

    processes.events().mend();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> registry.registerUnit("WITHOUT-EVENTS", "without-events").statusCode() == 201);
    HttpResponse<String> again = registry.registerUnit("WITHOUT-EVENTS", "without-events");
    assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    long position = Registry.read(again).get("position").asLong();
    awaitOk(() -> registry.get("/api/units/WITHOUT-EVENTS?minPosition=" + position));
  }

  @Test
  @Order(3)
  void everyRowOfAnImportIsRegisteredOnceOrToldAtItsCellThoughItsProcessWasKilled()
      throws Exception {
    BigImport list = new BigImport(processes.gateway(), "DS", folder.resolve("ds.xlsx"));
    list.settle(registry);
    list.handIn();
    list.until(1 / 3d);
    processes.commands().get(0).killAndStartAgain();
    JsonNode end = list.until(1);
    list.check(end);
    // What docker-compose.yml gives them beside their /tmp.
    assertThat(
            list.say(
                end, processes.commands().get(0).program(), processes.queries().get(0).program()))
        .allSatisfy(most -> assertThat(most).isLessThan(512 * 1024L));
  }

  @Test
  @Order(4)
  void killsDuringReplaysAndSwapsLeaveTheViewsAsTheirEventsGiveThem() throws Exception {
    try (KilledReplays replays = new KilledReplays(processes, registry)) {
      replays.run();
    }
  }

  @Test
  @Order(5)
  void theAcceptanceTourPassesOnTwoOfEachSide() throws Exception {
    processes.startOneMoreOfEach();
    Tour.pass(processes.gateway().address(), SeparateProcesses.PASSWORD);
  }

  @Test
  @Order(6)
  void oneOfTwoOfEachSideIsEnough() throws Exception {
    processes.commands().get(0).program().kill();
    processes.queries().get(0).program().kill();
    for (int time = 1; time <= 4; time++) {
      Registry again = Registry.logIn(processes.gateway(), SeparateProcesses.PASSWORD);
      awaitOk(() -> again.get("/api/units/BEFORE"));
    }
  }

  private interface Question {
    HttpResponse<String> ask() throws Exception;
  }

  private static void awaitOk(Question question) {
    await().atMost(Duration.ofSeconds(60)).until(() -> question.ask().statusCode() == 200);
  }

  private static void assertAway(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.body()).contains("\"code\"").doesNotContain("Exception", "127.0.0.1");
  }
}
