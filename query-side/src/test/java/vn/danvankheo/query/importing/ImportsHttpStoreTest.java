package vn.danvankheo.query.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.testing.Described;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.ViewServer;

/** What is told of imports over HTTP, and to whom. */
class ImportsHttpStoreTest {
  private static final String ONE = "/api/imports/{id}";

  /** More than are read at a time, so that parts have to follow each other. */
  private static final int ROWS = 2_500;

  private static final String FAULT =
      """
      [{"row":%d,"column":"Năm","cell":"E%d","code":"NOT_A_WHOLE_NUMBER","details":{}},\
      {"row":%d,"column":"=cmd","cell":"A%d","code":"TOO_LONG","details":{"max":300}},\
      {"row":%d,"column":"Mã đơn vị","cell":"D%d","code":"NOT_YOUR_UNIT","details":{}}]""";

  private static final EventDatabase EVENTS = EventDatabase.create();
  private static QueryService service;
  private static Described described;
  private static String done;
  private static String failed;

  @BeforeAll
  static void start() {
    ViewServer server = ViewServer.EMBEDDED;
    service = QueryService.start(EVENTS, server.uri(server.database()));
    described = new Described(service.getOpen("/api/openapi/query.json").json());
    done = job("SUCCEEDED", "nguoi-xem", ROWS, ROWS + 1, ROWS - 25, 25);
    EVENTS.run(
        "INSERT INTO import_row (job_id, row, outcome, model_id, code) SELECT '"
            + done
            + "', n, 'REGISTERED', 'm-' || n, 'DVK-2024-' || n FROM generate_series(2, "
            + (ROWS + 1)
            + ") n WHERE n % 100 <> 50");
    IntStream.iterate(50, n -> n < ROWS, n -> n + 100).forEach(n -> refuse(done, n));
    EVENTS.run(
        "UPDATE import_row SET faults = convert_to('[{\"row\": 3, \"column\": \"Tên mô hình\", \"cell\": \"A3\","
            + " \"code\": \"SAME_TITLE_ELSEWHERE\", \"details\": {\"count\": 2}}]', 'UTF8') WHERE row = 3");
    failed = job("FAILED", "nguoi-khac", 0, 0, 0, 0);
    EVENTS.run(
        "UPDATE import_job SET error = 'TOO_MANY_ROWS', error_details = '{\"maximum\": 200000}'"
            + " WHERE id = '"
            + failed
            + "'");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String job(
      String state, String who, int total, int lastRow, int accepted, int refused) {
    String id = UUID.nameUUIDFromBytes((state + who).getBytes(StandardCharsets.UTF_8)).toString();
    EVENTS.run(
        """
        INSERT INTO import_job (id, state, dry_run, atomic, file_name, started_by, metadata,
          fingerprint, total, last_row, accepted, refused, position, created_at, started_at,
          finished_at)
        VALUES ('%s', '%s', false, false, 'danh-sach.xlsx', '%s', '', '', %d, %d, %d, %d, 77,
          now(), '2024-03-01T01:00:00Z', %s)
        """
            .formatted(
                id,
                state,
                who,
                total,
                lastRow,
                accepted,
                refused,
                state.equals("RUNNING") ? "NULL" : "'2024-03-01T01:00:10Z'"));
    return id;
  }

  private static void refuse(String id, int n) {
    EVENTS.run(
        "INSERT INTO import_row (job_id, row, outcome, faults) VALUES ('"
            + id
            + "', "
            + n
            + ", 'REFUSED', convert_to('"
            + FAULT.formatted(n, n, n, n, n, n)
            + "', 'UTF8'))");
  }

  @Test
  void tellsTheWholeOperationWithEachRow() {
    Answer answer = service.get(Role.CLERK, "/api/imports/" + done);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode told = answer.json();
    described.check(ONE, 200, told);
    assertThat(told.propertyNames())
        .containsExactly(
            "id",
            "kind",
            "state",
            "done",
            "total",
            "perSecond",
            "etaSeconds",
            "startedBy",
            "startedAt",
            "finishedAt",
            "error",
            "result");
    assertThat(told.get("kind").stringValue()).isEqualTo("IMPORT");
    assertThat(told.get("state").stringValue()).isEqualTo("SUCCEEDED");
    assertThat(told.get("done").intValue()).isEqualTo(ROWS);
    assertThat(told.get("perSecond").doubleValue()).isEqualTo(ROWS / 10d);
    assertThat(told.get("startedAt").stringValue()).isEqualTo("2024-03-01T01:00:00Z");
    JsonNode result = told.get("result");
    assertThat(result.get("registered").intValue()).isEqualTo(ROWS - 25);
    assertThat(result.get("valid").intValue()).isZero();
    assertThat(result.get("refused").intValue()).isEqualTo(25);
    assertThat(result.get("position").intValue()).isEqualTo(77);
    assertThat(result.get("rows").valueStream().map(row -> row.get("row").intValue()))
        .containsExactlyElementsOf(IntStream.rangeClosed(2, ROWS + 1).boxed().toList());
    JsonNode registered = result.at("/rows/0");
    assertThat(registered.get("modelId").stringValue()).isEqualTo("m-2");
    assertThat(registered.get("code").stringValue()).isEqualTo("DVK-2024-2");
    assertThat(registered.get("faults")).isEmpty();
    assertThat(registered.get("warnings")).isEmpty();
    JsonNode warned = result.at("/rows/1");
    assertThat(warned.get("faults")).isEmpty();
    assertThat(warned.at("/warnings/0/cell").stringValue()).isEqualTo("A3");
    assertThat(warned.at("/warnings/0/message").stringValue()).contains("Đã có 2 mô hình cùng tên");
  }

  @Test
  void tellsFaultsAtTheirCellsInTheCallersLanguage() {
    String path = "/api/imports/" + done + "/rows?outcome=REFUSED&limit=1";
    JsonNode row = service.get(Role.CLERK, path).json().at("/items/0");
    assertThat(row.get("row").intValue()).isEqualTo(50);
    assertThat(row.get("modelId").isNull()).isTrue();
    assertThat(row.at("/faults/0/cell").stringValue()).isEqualTo("E50");
    assertThat(row.at("/faults/0/column").stringValue()).isEqualTo("Năm");
    assertThat(row.at("/faults/0/code").stringValue()).isEqualTo("NOT_A_WHOLE_NUMBER");
    assertThat(row.at("/faults/1/message").stringValue()).isEqualTo("Không được quá 300 ký tự");
    assertThat(row.at("/faults/2/message").stringValue()).contains("đơn vị của mình");
    JsonNode english =
        service.get(Role.CLERK, path, "Accept-Language", "en").json().at("/items/0/faults");
    assertThat(english.at("/1/message").stringValue())
        .isEqualTo("Must have at most 300 characters");
    assertThat(english.at("/2/message").stringValue()).isNotEqualTo(row.at("/faults/2/message"));
  }

  @Test
  void pagesFollowEachOtherWithinOneOutcome() {
    List<Integer> numbers = new ArrayList<>();
    String path = "/api/imports/" + done + "/rows?outcome=REFUSED&limit=7";
    String cursor = "";
    while (cursor != null) {
      JsonNode page = service.get(Role.CLERK, path + cursor).json();
      described.check(ONE + "/rows", 200, page);
      assertThat(page.get("total").intValue()).isEqualTo(25);
      page.get("items").forEach(row -> numbers.add(row.get("row").intValue()));
      JsonNode next = page.get("nextCursor");
      cursor = next.isNull() ? null : "&cursor=" + next.stringValue();
    }
    assertThat(numbers)
        .containsExactlyElementsOf(IntStream.range(0, 25).map(n -> 50 + 100 * n).boxed().toList());
    String first = service.get(Role.CLERK, path).json().get("nextCursor").stringValue();
    assertThat(service.get("/api/imports/" + done + "/rows?outcome=VALID&cursor=" + first).status())
        .as("another list's cursor")
        .isEqualTo(400);
  }

  @Test
  void givesTheFaultsAsATableThatNoSpreadsheetRuns() {
    String path = "/api/imports/" + done + "/rows?outcome=REFUSED";
    Answer csv = service.get(Role.CLERK, path, "Accept", "text/csv");
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.text()).contains("Bị từ chối", "E50", "Phải là số nguyên");
    assertThat(csv.text().lines().count()).isEqualTo(1 + 25 * 3);
    assertThat(csv.text()).doesNotContain(",=cmd").contains("'=cmd");
    Answer xlsx =
        service.get(
            Role.CLERK,
            path,
            "Accept",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assertThat(xlsx.response().body()).startsWith('P', 'K');
  }

  @ParameterizedTest
  @EnumSource
  void whoStartedItAndThoseWhoOverseeSeeIt(Role role) {
    boolean oversees = role == Role.COORDINATOR || role == Role.AUDITOR || role == Role.ADMIN;
    for (String path : List.of("", "/rows", "/stream")) {
      assertThat(service.get(role, "/api/imports/" + failed + path).status())
          .as(path)
          .isEqualTo(oversees ? 200 : 404);
      assertThat(service.get(role, "/api/imports/" + done + path).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404|/api/imports/00000000-0000-0000-0000-000000000000|application/json",
        "404|/api/imports/1|application/json",
        "404|/api/imports/00000000-0000-0000-0000-000000000000/rows|application/json",
        "404|/api/imports/1/stream|text/event-stream",
        "400|/api/imports/{done}?rows=1|application/json",
        "400|/api/imports/{done}/rows?cursor=x|application/json",
        "400|/api/imports/{done}/rows?outcome=refused|application/json",
        "400|/api/imports/{done}/rows?limit=201|application/json",
        "406|/api/imports/{done}|text/html",
        "406|/api/imports/{done}/rows|text/html",
      })
  void refusesWhatCannotBeAnswered(int status, String path, String accept) {
    Answer answer = service.get(path.replace("{done}", done), "Accept", accept);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().get("code").stringValue()).isNotBlank();
  }

  @Test
  void asksWhoIsThere() {
    for (String path : List.of("", "/rows", "/stream")) {
      assertThat(service.getOpen("/api/imports/" + done + path).status()).isEqualTo(401);
    }
  }

  @Test
  void saysWhyAnImportCameToNothing() {
    JsonNode told = service.get("/api/imports/" + failed).json();
    described.check(ONE, 200, told);
    assertThat(told.at("/error/code").stringValue()).isEqualTo("TOO_MANY_ROWS");
    assertThat(told.at("/error/detail").stringValue()).contains("200000");
    assertThat(told.at("/result/rows")).isEmpty();
  }

  @Test
  void whatHasEndedIsNotSentTwice() {
    Answer first = service.get("/api/imports/" + done);
    String tag = first.header("ETag");
    assertThat(service.get("/api/imports/" + done, "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(
            service
                .get("/api/imports/" + done, "If-None-Match", tag, "Accept-Language", "en")
                .status())
        .isEqualTo(200);
  }

  @Test
  void streamsWhatChangesUntilTheEnd() throws Exception {
    String id = job("RUNNING", "nguoi-nghe", 4, 3, 2, 0);
    EVENTS.run(
        "INSERT INTO import_row (job_id, row, outcome, model_id, code) SELECT '"
            + id
            + "', n, 'REGISTERED', 'r-' || n, 'DVK-' || n FROM generate_series(2, 5) n");
    JsonNode running = service.get("/api/imports/" + id).json();
    assertThat(running.at("/result/rows")).as("as far as it counts them").hasSize(2);
    assertThat(running.get("etaSeconds").isNumber()).isTrue();
    assertThat(service.get("/api/imports/" + id).header("ETag")).isEmpty();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                service.stream(Role.CLERK, "/api/imports/" + id + "/stream"),
                StandardCharsets.UTF_8))) {
      JsonNode first = next(lines);
      assertThat(first.get("state").stringValue()).isEqualTo("RUNNING");
      assertThat(first.get("done").intValue()).isEqualTo(2);
      assertThat(first.get("result").has("rows")).isFalse();
      EVENTS.run("UPDATE import_job SET accepted = 3, last_row = 4 WHERE id = '" + id + "'");
      assertThat(next(lines).get("done").intValue()).isEqualTo(3);
      EVENTS.run(
          "UPDATE import_job SET accepted = 4, last_row = 5, state = 'SUCCEEDED',"
              + " finished_at = now() WHERE id = '"
              + id
              + "'");
      JsonNode last = next(lines);
      assertThat(last.get("state").stringValue()).isEqualTo("SUCCEEDED");
      assertThat(last.get("done").intValue()).isEqualTo(4);
      assertThat(lines.lines().filter(line -> line.startsWith("data"))).isEmpty();
    }
  }

  private static JsonNode next(BufferedReader lines) throws Exception {
    String line = lines.readLine();
    while (!line.startsWith("data: ")) {
      line = lines.readLine();
    }
    return JsonMapper.shared().readTree(line.substring(6));
  }
}
