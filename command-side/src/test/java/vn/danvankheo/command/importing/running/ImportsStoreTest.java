package vn.danvankheo.command.importing.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.importing.reading.UnreadableFile;
import vn.danvankheo.command.support.Requests;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.WriteSide;
import vn.danvankheo.web.problem.ProblemException;

/** Imports on a real database, by one process and by several. */
class ImportsStoreTest {
  private static final String HEADINGS =
      "Tên mô hình;Loại hình;Tên tập thể, cá nhân thực hiện;Mã đơn vị;Năm;Lĩnh vực;Nội dung;"
          + "Mục tiêu;Từ ngày;Đến ngày;Địa điểm;Chức vụ;Căn cứ;Lý do đăng ký bổ sung\n";

  private static TestDatabase database;
  private static WriteSide side;
  private static JdbcTemplate jdbc;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    side = new WriteSide(database);
    jdbc = database.jdbc();
    Requests.settle(side.get(CommandExecutor.class));
  }

  @AfterAll
  static void stop() {
    side.close();
  }

  @Test
  void goodRowsAreRegisteredAndWrongOnesToldAtTheirCells() throws IOException {
    String file =
        HEADINGS
            + row("Nhập hàng một")
            + row("Nhập hàng hai").replace("2024;ADMIN", "2031;ADMIN")
            + row("Nhập hàng ba").replace("Tập thể", "Nhóm").replace("1/3/2024", "31/2/2024")
            + row("Mô hình “Nhập hàng một” năm 2024")
            + row("Nhập hàng bốn").replace(Requests.CENTRE, "KHONG-CO")
            + row("Nhập hàng năm").replace("giấy", "");
    String id = imported(file, false, false);

    assertThat(state(id)).isEqualTo("SUCCEEDED");
    assertThat(faults(id))
        .containsExactly(
            "E3 PLAN_NOT_ISSUED",
            "B4 NOT_A_CHOICE",
            "I4 NOT_A_DATE",
            "A5 DUPLICATE_IN_FILE",
            "D6 UNIT_UNKNOWN");
    assertThat(outcomes(id)).isEqualTo(Map.of("REGISTERED", 2L, "REFUSED", 4L));
    Map<String, Object> first =
        jdbc.queryForMap(
            "SELECT model_id, code FROM import_row WHERE job_id = ?::uuid AND row = 2", id);
    Map<String, Object> event =
        jdbc.queryForMap(
            "SELECT type, user_name, reason, basis, payload ->> 'code' AS code FROM event_log_readable"
                + " WHERE aggregate_id = ?",
            first.get("model_id"));
    assertThat(event)
        .containsEntry("type", "ModelRegistered")
        .containsEntry("user_name", "hctc")
        .containsEntry("reason", "Hồ sơ giấy")
        .containsEntry("basis", "89/KH-UBND")
        .containsEntry("code", first.get("code"));
    assertThat(jdbc.queryForList("SELECT 1 FROM import_piece WHERE job_id = ?::uuid", id))
        .isEmpty();
  }

  @Test
  void aTitleThatAnotherUnitHasIsWarnedOf() throws IOException {
    assertThat(faults(imported(HEADINGS + row("Nhập ở hai nơi"), false, false))).isEmpty();
    String twice = row("Mô hình “nhập ở hai nơi”").replace(Requests.CENTRE, Requests.OFFICE);
    for (boolean dryRun : List.of(true, false)) {
      String id = imported(HEADINGS + row("Chỗ khác " + dryRun) + twice, dryRun, false);
      assertThat(outcomes(id)).isEqualTo(Map.of(dryRun ? "VALID" : "REGISTERED", 2L));
      assertThat(faults(id)).containsExactly("A3 SAME_TITLE_ELSEWHERE");
    }
  }

  @Test
  void aRefusedRowLeavesNoGapInTheCodes() throws IOException {
    int before = lastNumber();
    String unknown = row("Bị từ chối").replace(Requests.CENTRE, "KHONG-CO");
    imported(HEADINGS + row("Số liền trước") + unknown + row("Số liền sau"), false, false);
    assertThat(lastNumber()).isEqualTo(before + 2);
  }

  @Test
  void aDryRunWritesNothingAndFindsTitlesThatComeTwice() throws IOException {
    long before = events();
    StringBuilder file = new StringBuilder(HEADINGS);
    for (int i = 0; i < 230; i++) {
      file.append(row("Diễn tập " + i));
    }
    file.append(row("Diễn tập 7"));
    String id = imported(file.toString(), true, false);

    assertThat(state(id)).isEqualTo("SUCCEEDED");
    assertThat(outcomes(id)).isEqualTo(Map.of("VALID", 230L, "REFUSED", 1L));
    assertThat(faults(id)).containsExactly("A232 DUPLICATE_IN_FILE");
    assertThat(events()).isEqualTo(before);
  }

  @Test
  void allOrNoneWhenTheyBelongTogether() throws IOException {
    long before = events();
    String wrong = row("Cùng nhau hai").replace(Requests.CENTRE, "KHONG-CO");
    String refused = imported(HEADINGS + row("Cùng nhau một") + wrong, false, true);
    assertThat(state(refused)).isEqualTo("FAILED ROWS_REFUSED");
    assertThat(outcomes(refused)).isEqualTo(Map.of("VALID", 1L, "REFUSED", 1L));
    assertThat(events()).isEqualTo(before);

    String accepted = imported(HEADINGS + row("Cùng nhau một") + row("Cùng nhau hai"), false, true);
    assertThat(state(accepted)).isEqualTo("SUCCEEDED");
    assertThat(outcomes(accepted)).isEqualTo(Map.of("REGISTERED", 2L));
    assertThat(events()).isEqualTo(before + 2);
  }

  @Test
  void moreThanOneTransactionCanTakeIsRefusedTogether() throws IOException {
    String file = HEADINGS + row("Quá nhiều").repeat(ImportRun.MOST_ATOMIC + 1);
    assertThat(state(imported(file, false, true))).isEqualTo("FAILED ATOMIC_TOO_LARGE");
  }

  @Test
  void aListWithWrongHeadingsOrNoRowsComesToNothing() throws IOException {
    String headings =
        imported(HEADINGS.replace("Địa điểm", "Tỉnh") + row("Sai tiêu đề"), false, false);
    assertThat(state(headings)).isEqualTo("FAILED WRONG_HEADINGS");
    assertThat(faults(headings)).containsExactly("K1 UNKNOWN_COLUMN", "O1 MISSING_COLUMN");
    assertThat(state(imported(HEADINGS, false, false))).isEqualTo("FAILED NO_ROWS");
    assertThatThrownBy(() -> accept(side, "a;b\n1;2\n", false, false, null))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            refused -> assertThat(refused.reason()).isEqualTo(UnreadableFile.Reason.NO_HEADINGS));
  }

  @Test
  void damageThatShowsOnlyFurtherDownEndsTheImport() throws IOException {
    String file = (HEADINGS + row("Một dòng tốt")).replace(';', ',') + "x".repeat(5_000_000);
    assertThat(state(imported(file, false, false))).isEqualTo("FAILED DAMAGED_FILE");
  }

  @Test
  void theSameKeyAndFileAreOneImport() throws IOException {
    String file = HEADINGS + row("Một khóa một lần");
    Accepted first = accept(side, file, false, false, "khoa-1");
    Accepted again = accept(side, file, false, false, "khoa-1");
    assertThat(again).isEqualTo(new Accepted(first.id(), true));
    assertThatThrownBy(() -> accept(side, file, true, false, "khoa-1"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("IDEMPOTENCY_KEY_REUSED"));
    awaitEnd(first.id());
    assertThat(outcomes(first.id())).isEqualTo(Map.of("REGISTERED", 1L));
  }

  @Test
  void whatAProcessLeavesAnotherFinishesWithoutDoubling() throws IOException {
    TestDatabase own = TestDatabase.create();
    JdbcTemplate look = own.jdbc();
    String id;
    try (WriteSide first = new WriteSide(own)) {
      Requests.settle(first.get(CommandExecutor.class));
      slowDown(look);
      id = accept(first, many("Dở dang", 1_500), false, false, null).id();
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(2))
          .until(() -> done(look, id) >= 100);
    }
    int left = done(look, id);
    assertThat(left).isBetween(100, 1_499);
    assertThat(registered(look)).isEqualTo(left);
    look.execute("DROP TRIGGER slow ON import_row");
    try (WriteSide second = new WriteSide(own);
        WriteSide third = new WriteSide(own)) {
      assertThat(third.get(Imports.class)).isNotSameAs(second.get(Imports.class));
      awaitEnd(look, id);
    }
    assertThat(registered(look)).isEqualTo(1_500);
    assertThat(
            look.queryForObject(
                "SELECT count(DISTINCT code) FROM import_row WHERE job_id = ?::uuid",
                Integer.class,
                id))
        .isEqualTo(1_500);
  }

  /** So that however long the test is kept from looking, most rows are still to come. */
  private static void slowDown(JdbcTemplate database) {
    database.execute(
        """
        CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_sleep(0.01); RETURN NEW; END $$
        """);
    database.execute(
        "CREATE TRIGGER slow BEFORE INSERT ON import_row FOR EACH ROW EXECUTE FUNCTION slow()");
  }

  @Test
  void whatLostItsConnectionsGoesOnWithoutDoubling() throws IOException {
    TestDatabase own = TestDatabase.create();
    JdbcTemplate look = own.jdbc();
    try (WriteSide only = new WriteSide(own)) {
      Requests.settle(only.get(CommandExecutor.class));
      String id = accept(only, many("Mất kết nối", 1_000), false, false, null).id();
      for (int i = 1; i <= 3; i++) {
        int reached = i * 100;
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(2))
            .until(() -> done(look, id) >= reached);
        look.queryForList(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
      }
      awaitEnd(look, id);
      assertThat(registered(look)).isEqualTo(1_000);
    }
  }

  private static String many(String title, int count) {
    StringBuilder file = new StringBuilder(HEADINGS);
    for (int i = 0; i < count; i++) {
      file.append(row(title + " " + i));
    }
    return file.toString();
  }

  private static String row(String title) {
    return title
        + ";Tập thể;Chi bộ 3;"
        + Requests.CENTRE
        + ";2024;ADMINISTRATIVE_REFORM;Vận động các hộ dân giữ gìn vệ sinh chung;"
        + "Hộ ký cam kết | hộ | 118;1/3/2024;31/12/2024;Nà Pài;Bí thư Chi bộ;89/KH-UBND;"
        + "Hồ sơ giấy\n";
  }

  private static String imported(String file, boolean dryRun, boolean atomic) throws IOException {
    String id = accept(side, file, dryRun, atomic, null).id();
    awaitEnd(id);
    return id;
  }

  private static Accepted accept(
      WriteSide at, String file, boolean dryRun, boolean atomic, @Nullable String key)
      throws IOException {
    ImportedFile upload =
        new ImportedFile("list.csv", dryRun, atomic, Requests.request().metadata(), key);
    return at.get(Imports.class).accept(new ByteArrayInputStream(file.getBytes(UTF_8)), upload);
  }

  private static void awaitEnd(String id) {
    awaitEnd(jdbc, id);
  }

  private static void awaitEnd(JdbcTemplate look, String id) {
    await()
        .atMost(Duration.ofSeconds(120))
        .until(
            () ->
                look.queryForObject(
                    "SELECT finished_at IS NOT NULL FROM import_job WHERE id = ?::uuid",
                    Boolean.class,
                    id));
  }

  private static String state(String id) {
    return jdbc.queryForObject(
        "SELECT concat_ws(' ', state, error) FROM import_job WHERE id = ?::uuid", String.class, id);
  }

  private static Map<String, Long> outcomes(String id) {
    return jdbc
        .queryForList(
            "SELECT outcome, count(*) AS n FROM import_row WHERE job_id = ?::uuid GROUP BY 1", id)
        .stream()
        .collect(
            java.util.stream.Collectors.toMap(
                row -> (String) row.get("outcome"), row -> (Long) row.get("n")));
  }

  private static List<String> faults(String id) {
    return jdbc
        .queryForList(
            "SELECT faults FROM import_row WHERE job_id = ?::uuid AND faults IS NOT NULL ORDER BY row",
            byte[].class,
            id)
        .stream()
        .flatMap(
            json ->
                JsonMapper.shared()
                    .readTree(json)
                    .valueStream()
                    .map(
                        fault ->
                            fault.get("cell").stringValue()
                                + " "
                                + fault.get("code").stringValue()))
        .toList();
  }

  private static int done(JdbcTemplate look, String id) {
    return look.queryForObject(
        "SELECT accepted + refused FROM import_job WHERE id = ?::uuid", Integer.class, id);
  }

  private static int registered(JdbcTemplate look) {
    return look.queryForObject(
        "SELECT count(*) FROM event_log WHERE type = 'ModelRegistered'", Integer.class);
  }

  private static long events() {
    return jdbc.queryForObject("SELECT count(*) FROM event_log", Long.class);
  }

  private static int lastNumber() {
    return jdbc
        .queryForList("SELECT last FROM registration_number WHERE year = 2024", Integer.class)
        .stream()
        .findFirst()
        .orElse(0);
  }
}
