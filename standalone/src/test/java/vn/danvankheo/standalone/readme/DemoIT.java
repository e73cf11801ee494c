package vn.danvankheo.standalone.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.ports.FreePorts;
import vn.danvankheo.standalone.processes.Http;
import vn.danvankheo.standalone.processes.Needed;
import vn.danvankheo.standalone.processes.Program;
import vn.danvankheo.standalone.processes.Registry;
import vn.danvankheo.standalone.sample.SampleData;

/**
 * A start with {@code --demo}, what the README shows with it, and the next release's on its data.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {
  private static final int PORT = FreePorts.next();
  private static final String JAR = "danvankheo\\.jar";
  private static final Http HTTP = new Http(PORT);
  private static final Pattern ADMINISTRATOR =
      Pattern.compile("The administrator is \"admin\" with \"([^\"]+)\"");
  private static final String LAST_UNIT = "/api/units/P-BACKAN";
  private static final List<String> STATES =
      List.of(
          "REGISTERED",
          "RETURNED",
          "APPROVED",
          "RECOGNIZED",
          "NOT_RECOGNIZED",
          "WITHDRAWN",
          "STOPPED");

  /** Reports of every type, of the office and of the province, before and after its mergers. */
  private static final List<String> DRAFTS =
      Stream.of("VP", "UBND-BK")
          .flatMap(
              unit ->
                  Stream.of(
                          "type=MONTH&year=2023&month=11",
                          "type=QUARTER&year=2023&quarter=4",
                          "type=MID_YEAR&year=2024",
                          "type=YEAR&year=2022",
                          "type=YEAR&year=2023",
                          "type=YEAR&year=2024",
                          "type=PERIOD&year=2022&toYear=2024")
                      .map(report -> "/api/reports/draft?unit=" + unit + "&" + report))
          .toList();

  @TempDir private static Path folder;

  private static Program program;
  private static String token;
  private static Map<String, String> printed;
  private static JsonNode corrected;
  private static String administratorsPassword;

  @BeforeAll
  static void start() throws Exception {
    program = start(Program.jar("standalone", JAR));
    Matcher shown = ADMINISTRATOR.matcher(program.output());
    assertThat(shown.find()).as(program.output()).isTrue();
    administratorsPassword = shown.group(1);
    logIn();
    awaitSampleData();
    printed = new IssuedReports(as(SampleData.LEADER, SampleData.PASSWORD)).printed();
    corrected =
        IssuedReports.goOn(
            as("bandanvan", SampleData.PASSWORD), as("admin", administratorsPassword));
  }

  @AfterAll
  static void stop() throws Exception {
    program.stop();
  }

  @Test
  void theOfficesFiguresOf2024AreAsDescribed() throws Exception {
    JsonNode figures = get("/api/overview?year=2024&unit=VP");
    assertThat(tally(figures.get("total"))).isEqualTo("10 = 9 + 1");
    assertThat(totals(figures.get("byField")))
        .isEqualTo(
            Map.of(
                "PARTY_AND_POLITICAL_SYSTEM", 2,
                "ADMINISTRATIVE_REFORM", 3,
                "NEW_RURAL_AND_URBAN", 3,
                "CULTURE_COMMUNITY_AND_DEVELOPMENT", 2));
    assertThat(totals(figures.get("byStatus")))
        .isEqualTo(Map.of("RECOGNIZED", 8, "NOT_RECOGNIZED", 1, "STOPPED", 1));
    assertThat(tally(figures.get("recognized"))).isEqualTo("8 = 7 + 1");
    assertThat(tally(figures.get("replicated"))).isEqualTo("1 = 1 + 0");
    assertThat(tally(figures.get("late"))).isEqualTo("1 = 1 + 0");
  }

  @Test
  void theOfficesModelsOf2024AreRatedRecognisedAndRenewedAsDescribed() throws Exception {
    Map<String, Integer> ratings = new TreeMap<>();
    Map<String, Integer> recognisedByField = new TreeMap<>();
    int renewed = 0;
    for (JsonNode item : get("/api/models?year=2024&unit=VP").get("items")) {
      JsonNode model = get("/api/models/" + item.get("id").asString());
      for (JsonNode term : model.get("terms")) {
        renewed += term.get("year").asInt() == 2025 ? 1 : 0;
        term.get("inspections").forEach(i -> count(ratings, i.get("rating")));
        if (term.get("status").asString().equals("RECOGNIZED")) {
          count(recognisedByField, model.get("field"));
        }
      }
    }
    assertThat(ratings).isEqualTo(Map.of("EXCELLENT", 3, "GOOD", 3, "FAIR", 2, "POOR", 1));
    assertThat(recognisedByField)
        .isEqualTo(
            Map.of(
                "PARTY_AND_POLITICAL_SYSTEM", 2,
                "ADMINISTRATIVE_REFORM", 3,
                "NEW_RURAL_AND_URBAN", 2,
                "CULTURE_COMMUNITY_AND_DEVELOPMENT", 1));
    assertThat(renewed).isEqualTo(1);
  }

  /** By a program that shares nothing with ours but the exported events. */
  @Test
  void reportsSayWhatAnybodyCountsInTheEvents() throws Exception {
    List<String> reports = new ArrayList<>(DRAFTS);
    get("/api/reports?limit=200")
        .get("items")
        .forEach(report -> reports.add("/api/reports/" + report.get("id").stringValue()));
    Path events = folder.resolve("events.ndjson");
    List<String> line =
        new ArrayList<>(
            List.of(
                Needed.program("python3", "PYTHON3").toString(),
                Path.of("src/test/python/count_by_hand.py").toAbsolutePath().toString(),
                events.toString()));
    long last = 0;
    for (String report : reports) {
      JsonNode counted = get(report);
      last = Math.max(last, counted.get("position").longValue());
      Path file = folder.resolve("report-" + line.size() + ".json");
      Files.writeString(file, counted.toString());
      line.add(file.toString());
    }
    Files.writeString(events, lines(last));
    try (Program counting = Program.of(line.toArray(String[]::new)).start()) {
      assertThat(counting.exitCode()).as(counting.output()).isZero();
      assertThat(counting.output()).contains(reports.size() + " reports say what was counted");
    }
  }

  private static String lines(long position) throws Exception {
    HttpResponse<String> answer =
        HTTP.call(
            "GET",
            "/api/audit?minPosition=" + position,
            "",
            "Authorization",
            "Bearer " + token,
            "Accept",
            "application/x-ndjson",
            "Prefer",
            "wait=30");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void thereAreModelsInEveryState() throws Exception {
    assertThat(get("/api/models?limit=1").get("total").asInt()).isGreaterThanOrEqualTo(50);
    TreeMap<String, Integer> states = new TreeMap<>();
    for (int year = 2022; year <= 2025; year++) {
      totals(get("/api/overview?year=" + year).get("byStatus"))
          .forEach((state, total) -> states.merge(state, total, Integer::sum));
    }
    assertThat(states.keySet()).containsAll(STATES);
  }

  @Test
  void theReadmesTourShowsWhatItSays() throws Exception {
    Path bash = Needed.program("bash", "BASH_PROGRAM");
    Needed.program("curl", "CURL");
    ReadmeTour tour = ReadmeTour.read(Path.of("..", "README.md"));
    String script =
        "cd '"
            + folder
            + "'\n"
            + tour.script()
                .replace("http://localhost:8080", address())
                .replace(
                    "verifier/target", Path.of("..", "verifier/target").toRealPath().toString());
    try (Program shell = Program.of(bash.toString(), "-c", script).start()) {
      assertThat(shell.exitCode()).as(shell.output()).isZero();
      List<String> answers = ReadmeTour.answers(shell.output());
      for (int i = 0; i < tour.blocks().size(); i++) {
        ReadmeTour.Block block = tour.blocks().get(i);
        assertThat(answers.get(i)).as(block.script()).matches(block.pattern());
      }
    }
  }

  /** With an event in another shape, on fresh views and another Java. */
  @Test
  @Order(Integer.MAX_VALUE)
  void theNextReleaseMakesIssuedReportsAgainTheSameBytes() throws Exception {
    String model = corrected.get("id").stringValue();
    JsonNode last = IssuedReports.correct(as("bandanvan", SampleData.PASSWORD), model, 65);
    long position = last.get("position").longValue();
    String events = lines(position);
    JsonNode draft = get("/api/reports/draft?type=YEAR&unit=VP&year=2024").get("content");
    assertThat(draft.get("changedAfterReport")).hasSize(1);
    program.stop();
    program = start(NextRelease.of(newestJava(), JAR, folder.resolve("next")));
    logIn();
    assertThat(lines(position)).isEqualTo(events);
    assertThat(program.output()).doesNotContain("The administrator is");

    Registry administrator = as("admin", administratorsPassword);
    IssuedReports reports = new IssuedReports(as(SampleData.LEADER, SampleData.PASSWORD));
    assertThat(reports.regenerate(administrator)).isEqualTo(reports.digests());
    assertThat(reports.printed()).isEqualTo(printed);
    assertThat(get("/api/reports/draft?type=YEAR&unit=VP&year=2024").get("content"))
        .isEqualTo(draft);

    JsonNode again = IssuedReports.correct(as("bandanvan", SampleData.PASSWORD), model, 64);
    assertThat(revisions(administrator, again)).containsOnlyOnce(2).contains(1);
    assertThat(lines(again.get("position").longValue())).endsWith(events);
    JsonNode checked = IssuedReports.done(administrator, "/api/admin/verifications", "{}");
    assertThat(checked.at("/result/events").asLong()).isPositive();
    assertThat(checked.at("/result/findings")).isEmpty();
  }

  /** In which the changes of a model are stored. */
  private static List<Integer> revisions(Registry reader, JsonNode model) throws Exception {
    String path =
        "/api/models/%s/history?limit=200&minPosition=%s"
            .formatted(model.get("id").stringValue(), model.get("position"));
    List<Integer> revisions = new ArrayList<>();
    for (JsonNode item : Registry.read(reader.get(path)).get("items")) {
      if (item.get("type").stringValue().equals("ModelUpdated")) {
        revisions.add(item.get("revision").intValue());
      }
    }
    return revisions;
  }

  private static Registry as(String userName, String password) throws Exception {
    return Registry.logIn(HTTP, userName, password);
  }

  /** Views are made anew at each start, so that this is another database of views, too. */
  private static Path newestJava() {
    return Path.of(
        Optional.ofNullable(System.getenv("NEWEST_JAVA_HOME"))
            .orElse(System.getProperty("java.home")));
  }

  private static Program start(Program.Start what) throws IOException {
    Program started =
        what.with("--demo", "--port", Integer.toString(PORT))
            .with("--data", folder.resolve("data").toString())
            .start();
    return started
        .untilReady(PORT)
        .until("the sample data", () -> started.output().contains(SampleData.PASSWORD));
  }

  private static void logIn() throws Exception {
    String body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of("userName", SampleData.LEADER, "password", SampleData.PASSWORD));
    HttpResponse<String> answer =
        HTTP.call("POST", "/api/sessions", body, "Content-Type", "application/json");
    token = JsonMapper.shared().readTree(answer.body()).get("accessToken").asString();
  }

  private static HttpResponse<String> call(String path) throws Exception {
    return HTTP.call("GET", path, "", "Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> ask(String path) throws Exception {
    HttpResponse<String> answer = call(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private static JsonNode get(String path) throws Exception {
    return JsonMapper.shared().readTree(ask(path).body());
  }

  private static void awaitSampleData() {
    await().atMost(Duration.ofSeconds(60)).until(() -> call(LAST_UNIT).statusCode() == 200);
  }

  private static String address() {
    return "http://localhost:" + PORT;
  }

  private static void count(Map<String, Integer> counts, JsonNode key) {
    counts.merge(key.asString(), 1, Integer::sum);
  }

  private static Map<String, Integer> totals(JsonNode breakdown) {
    Map<String, Integer> totals = new TreeMap<>();
    breakdown
        .properties()
        .forEach(entry -> totals.put(entry.getKey(), entry.getValue().get("total").asInt()));
    return totals;
  }

  private static String tally(JsonNode tally) {
    return tally.get("total") + " = " + tally.get("collective") + " + " + tally.get("individual");
  }
}
