package vn.danvankheo.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.ports.FreePorts;

/** What was answered is there once after the process was killed in the middle of its work. */
class CrashIT {
  private static final int KILLS = 10;
  private static final int WRITERS = 8;
  private static final int ANSWERS_BEFORE_A_KILL = 40;
  private static final String PASSWORD = "Bac-Kan-2024-admin";

  @TempDir private static Path data;
  @TempDir private static Path temporary;

  private final int port = FreePorts.next();
  private final Http http = new Http(port);

  /** What was asked for: the unit's code by the request's key. */
  private final Map<String, String> asked = new ConcurrentHashMap<>();

  /** What was answered, by the request's key. */
  private final Map<String, JsonNode> answered = new ConcurrentHashMap<>();

  @Test
  void everyAnsweredCommandAndEveryRowIsThereOnceAfterTenKills() throws Exception {
    BigImport list = new BigImport(http, "DS", data.resolve("ds.xlsx"));
    for (int round = 1; round <= KILLS; round++) {
      try (Program program = start()) {
        if (round == 1) {
          list.settle(Registry.logIn(http, PASSWORD));
          list.handIn();
        }
        writeUntilKilled(program, round);
      }
    }
    List<JsonNode> live;
    long position;
    try (Program program = start()) {
      JsonNode end = list.until(1);
      list.say(end, program);
      list.check(end);
      Registry registry = Registry.logIn(http, PASSWORD);
      position = askAgainForEverything(registry);
      live = registry.units(position);
      checkLog();
      program.stop();
    }
    assertThat(live.stream().map(unit -> unit.get("code").asString()))
        .doesNotHaveDuplicates()
        .containsAll(asked.values());
    try (Program program = start()) {
      assertThat(Registry.logIn(http, PASSWORD).units(position)).isEqualTo(live);
      program.stop();
    }
    verifyLedger();
    command("new-ledger-key");
    command("new-master-key");
    try (Program program = start()) {
      Registry registry = Registry.logIn(http, PASSWORD);
      assertThat(registry.units(position)).as("by the new keys").isEqualTo(live);
      program.until("both keys are listed", () -> keys().size() == 2);
      assertThat(scratch()).as("the folder of the living process alone").hasSize(1);
      program.stop();
    }
    assertThat(scratch()).isEmpty();
    try (Stream<Path> files = Files.walk(temporary)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
    verifyLedger();
  }

  /** The folders with temporary files of processes, living or not. */
  private static List<Path> scratch() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("scratch"))) {
      return files.filter(Files::isDirectory).toList();
    }
  }

  private List<String> keys() {
    try {
      return http.call("GET", "/api/public/tlog/keys", "").body().lines().toList();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its sequencer was killed each time too; there is still one tree over every event. */
  private static void verifyLedger() throws IOException, InterruptedException {
    command("verify");
  }

  private static void command(String name) throws IOException, InterruptedException {
    try (Program program =
        Program.jar("standalone", "danvankheo\\.jar")
            .with(name, "--data", data.toString())
            .start()) {
      assertThat(program.exitCode()).as(program.output()).isZero();
    }
  }

  private Program start() throws IOException {
    return Program.jar("standalone", "danvankheo\\.jar")
        .with("--port", Integer.toString(port), "--data", data.toString())
        .with("--admin-password", PASSWORD)
        .env("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary)
        .start()
        .untilReady(port);
  }

  private void writeUntilKilled(Program program, int round) throws Exception {
    Registry registry = Registry.logIn(http, PASSWORD);
    int enough = answered.size() + ANSWERS_BEFORE_A_KILL;
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> running = new ArrayList<>();
    for (int writer = 1; writer <= WRITERS; writer++) {
      String prefix = "K" + round + "-" + writer + "-";
      running.add(writers.submit(() -> write(registry, prefix)));
    }
    program.until("enough is answered", () -> answered.size() >= enough);
    program.kill();
    assertThat(scratch()).as("what a kill leaves").hasSize(1);
    for (Future<?> one : running) {
      one.get(120, TimeUnit.SECONDS);
    }
    writers.shutdown();
  }

  private void write(Registry registry, String prefix) {
    try {
      for (int i = 1; ; i++) {
        String key = "key-" + prefix + i;
        asked.put(key, prefix + i);
        HttpResponse<String> answer = registry.registerUnit(prefix + i, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        answered.put(key, Registry.read(answer));
      }
    } catch (IOException killed) {
      // The request under way gets no answer; whether it counts is found out afterwards.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The answered ones answer as before, the others now; either way each happens once. */
  private long askAgainForEverything(Registry registry) throws Exception {
    long last = 0;
    for (Map.Entry<String, String> request : asked.entrySet()) {
      HttpResponse<String> answer = registry.registerUnit(request.getValue(), request.getKey());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      JsonNode before = answered.put(request.getKey(), Registry.read(answer));
      if (before != null) {
        assertThat(Registry.read(answer)).isEqualTo(before);
        assertThat(answer.headers().firstValue("Idempotent-Replayed")).contains("true");
      }
      last = Math.max(last, Registry.read(answer).get("position").asLong());
    }
    return last;
  }

  /** Straight from the event log: each unit has one event, the answered one. */
  private void checkLog() throws IOException, SQLException {
    Map<String, Integer> events = new HashMap<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT event_id::text FROM event_log WHERE type LIKE 'Unit%'"
                    + " AND aggregate_id LIKE 'unit:K%'")) {
      while (rows.next()) {
        events.merge(rows.getString(1), 1, Integer::sum);
      }
    }
    assertThat(events).hasSize(asked.size());
    for (JsonNode answer : answered.values()) {
      assertThat(answer.get("eventIds")).hasSize(1);
      assertThat(events).containsEntry(answer.get("eventIds").get(0).asString(), 1);
    }
  }

  private static Connection connect() throws IOException, SQLException {
    String port = Files.readAllLines(data.resolve("postgres-18/postmaster.pid")).get(3).strip();
    String password = Files.readString(data.resolve("postgres-password")).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "danvankheo", password);
  }
}
