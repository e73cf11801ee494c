package vn.danvankheo.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A long list handed in by a clerk, and each row looked at. {@code -Dimport.rows=50000} makes it as
 * long as offices may want it.
 */
final class BigImport {
  private static final String PASSWORD = "Bac-Kan-2024-admin";

  private static final int ROWS = Integer.getInteger("import.rows", 500);

  private final Http http;
  private final String unit;
  private final Path file;
  private final ModelList list;
  private Registry clerk;
  private String id;

  /**
   * A list for a unit that is not there yet.
   *
   * @param file where to write it
   */
  BigImport(Http http, String unit, Path file) {
    this.http = http;
    this.unit = unit;
    this.file = file;
    this.list = new ModelList(ROWS, unit);
  }

  /** Registers a unit, its plan and its clerk. */
  void settle(Registry admin) throws Exception {
    for (String code : List.of(unit, unit + "-2")) {
      admin.post(
          "/api/units",
          "{\"code\": \"%s\", \"name\": \"Huyện %s\", \"type\": \"OFFICE\"}".formatted(code, code));
    }
    for (String role : List.of("LEADER", "CLERK")) {
      admin.post(
          "/api/accounts",
          """
          {"userName": "%s", "password": "%s", "displayName": "%s", "position": "Chuyên viên",
           "unitCode": "%s", "roles": ["%s"]}"""
              .formatted(userName(role), PASSWORD, role, unit, role));
    }
    Registry.logIn(http, userName("LEADER"), PASSWORD)
        .post(
            "/api/plans",
            """
            {"unitCode": "%s", "year": 2024, "number": "04/KH", "issuedOn": "2024-02-20",
             "issuer": "UBND huyện", "title": "Phong trào Dân vận khéo năm 2024",
             "registrationDueOn": "2099-03-31", "midYearReportDueOn": "2024-06-15",
             "finalReportDueOn": "2024-12-15",
             "legalBases": [{"code": "89/KH-UBND", "title": "Kế hoạch", "issuer": "UBND tỉnh"}],
             "focusTasks": [{"code": "NV1", "title": "Cải cách thủ tục hành chính"}]}"""
                .formatted(unit));
    clerk = Registry.logIn(http, userName("CLERK"), PASSWORD);
  }

  private String userName(String role) {
    return (unit + "-" + role).toLowerCase(java.util.Locale.ROOT);
  }

  void handIn() throws Exception {
    HttpResponse<String> answer =
        clerk.upload("/api/imports", "ds.xlsx", BodyPublishers.ofFile(list.write(file)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    id = Registry.read(answer).get("id").asString();
    assertThat(answer.headers().firstValue("Location")).contains("/api/imports/" + id);
  }

  /** Listens to how it goes until so much of it is done; 1 is its end. */
  JsonNode until(double part) throws Exception {
    try (Stream<String> lines = clerk.listen("/api/imports/" + id + "/stream")) {
      Iterator<String> data = lines.filter(line -> line.startsWith("data: ")).iterator();
      JsonNode told;
      do {
        told = Registry.json(data.next().substring(6));
      } while (told.get("finishedAt").isNull()
          && (part == 1 || told.get("done").asLong() < part * told.get("total").asLong(1)));
      return told;
    }
  }

  /**
   * Prints how fast it was, and the most memory that programs have had, in kB.
   *
   * @return that memory, where the system tells it
   */
  List<Long> say(JsonNode end, Program... programs) throws IOException {
    List<Long> most = new ArrayList<>();
    for (Program program : programs) {
      Path status = Path.of("/proc", Long.toString(program.handle().pid()), "status");
      if (Files.exists(status)) {
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .forEach(line -> most.add(Long.parseLong(line.replaceAll("\\D", ""))));
      }
    }
    System.out.printf(
        "import of %s rows: %s rows/s, what was lost by killing included, most memory %s kB%n",
        end.get("total"), end.get("perSecond"), most);
    return most;
  }

  /** Every row came to what it has to come to, and every model is there once. */
  void check(JsonNode end) throws Exception {
    assertThat(end.get("state").asString()).as(end.toString()).isEqualTo("SUCCEEDED");
    HttpResponse<String> whole = clerk.get("/api/imports/" + id);
    assertThat(whole.statusCode()).isEqualTo(200);
    List<Integer> good = new ArrayList<>();
    Map<Integer, String> refused = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    Set<String> codes = new HashSet<>();
    for (JsonNode row : Registry.read(whole).at("/result/rows")) {
      int number = row.get("row").asInt();
      if (row.get("outcome").asString().equals("REGISTERED")) {
        good.add(number);
        ids.add(row.get("modelId").asString());
        codes.add(row.get("code").asString());
      } else {
        refused.put(number, told(row.get("faults")));
      }
    }
    Map<Integer, String> planted = list.planted();
    assertThat(without(refused, planted)).as("told but not planted").isEmpty();
    assertThat(without(planted, refused)).as("planted but not told").isEmpty();
    assertThat(good).isEqualTo(list.good());
    assertThat(ids).hasSameSizeAs(good);
    assertThat(codes).hasSameSizeAs(good);
    long position = end.at("/result/position").asLong();
    String models = "/api/models?unit=" + unit + "&limit=1&minPosition=" + position;
    await("the views have them")
        .atMost(Duration.ofMinutes(12))
        .until(() -> clerk.get(models).statusCode() == 200);
    assertThat(Registry.read(clerk.get(models)).get("total").asInt()).isEqualTo(good.size());
  }

  private static List<Map.Entry<Integer, String>> without(
      Map<Integer, String> some, Map<Integer, String> others) {
    return some.entrySet().stream().filter(each -> !others.entrySet().contains(each)).toList();
  }

  private static String told(JsonNode faults) {
    List<String> told = new ArrayList<>();
    faults.forEach(
        fault -> told.add(fault.get("cell").asString() + " " + fault.get("code").asString()));
    return String.join(", ", told);
  }
}
