package vn.danvankheo.standalone.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.standalone.processes.Registry;

/** The office's two reports of 2024 in the sample data, and what happens to what they counted. */
final class IssuedReports {
  private static final List<String> NUMBERS = List.of("163/BC-VP", "391/BC-VP");
  private static final List<String> FORMATS = List.of("xlsx", "docx", "pdf", "html");
  private static final String OLD_PAYLOAD =
      "convert_to(replace(convert_from(payload, 'UTF8'), '\"aliases\":[]', '\"alias\":\"\"'), 'UTF8')";

  private final Registry reader;
  private final Map<String, String> ids = new LinkedHashMap<>();

  IssuedReports(Registry reader) throws Exception {
    this.reader = reader;
    for (JsonNode report : read("/api/reports?unit=VP&year=2024").get("items")) {
      ids.put(report.get("number").stringValue(), report.get("id").stringValue());
    }
    ids.keySet().retainAll(NUMBERS);
    assertThat(ids).hasSize(2);
  }

  /** The digest of each paper's bytes. */
  Map<String, String> printed() throws Exception {
    Map<String, String> printed = new LinkedHashMap<>();
    for (Map.Entry<String, String> report : ids.entrySet()) {
      for (String format : FORMATS) {
        byte[] paper = reader.bytes("/api/reports/" + report.getValue() + "?format=" + format);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(paper);
        printed.put(report.getKey() + "." + format, HexFormat.of().formatHex(digest));
      }
    }
    return printed;
  }

  /**
   * Corrects a model after the report, and merges the unit that took the office over.
   *
   * @return where the log then ends
   */
  static long goOn(Registry coordinator, Registry administrator) throws Exception {
    JsonNode model =
        Registry.read(coordinator.get("/api/models?unit=VP&year=2024&q=na+pai&limit=1"))
            .get("items")
            .get(0);
    coordinator.send(
        "PATCH",
        "/api/models/" + model.get("id").stringValue(),
        "{\"year\": 2024, \"beneficiaries\": {\"households\": 63, \"people\": 274},"
            + " \"title\": \"Chung tay cùng thôn Nà Pài\","
            + " \"reason\": \"Rà soát lại số hộ hưởng lợi sau báo cáo\"}");
    administrator.post(
        "/api/units",
        "{\"code\": \"VP-TN2\", \"name\": \"Văn phòng mới\", \"type\": \"OFFICE\","
            + " \"parentCode\": \"UBND-TN\", \"effectiveOn\": \"2025-10-01\"}");
    return administrator
        .send(
            "POST",
            "/api/units/VP-TN/merger",
            "{\"intoCode\": \"VP-TN2\", \"effectiveOn\": \"2025-10-01\", \"basis\": {\"code\":"
                + " \"01/NQ\", \"title\": \"Sắp xếp lại\", \"issuer\": \"HĐND tỉnh\"}}")
        .get("position")
        .longValue();
  }

  /** Makes both again as operations, which tell the digests that came out. */
  Map<String, String> regenerate(Registry administrator) throws Exception {
    Map<String, String> digests = new LinkedHashMap<>();
    for (Map.Entry<String, String> report : ids.entrySet()) {
      String path =
          "/api/admin/replays/"
              + administrator
                  .post(
                      "/api/admin/replays",
                      "{\"target\": \"report\", \"reason\": \"Đối chiếu\", \"reportId\": \""
                          + report.getValue()
                          + "\"}")
                  .get("id")
                  .stringValue();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> !Registry.read(administrator.get(path)).get("finishedAt").isNull());
      JsonNode done = Registry.read(administrator.get(path));
      assertThat(done.get("state").stringValue()).as("%s", done).isEqualTo("SUCCEEDED");
      digests.put(report.getKey(), done.at("/result/digest").asString());
    }
    return digests;
  }

  /** The digests by which they were issued. */
  Map<String, String> digests() throws Exception {
    Map<String, String> digests = new LinkedHashMap<>();
    for (Map.Entry<String, String> report : ids.entrySet()) {
      JsonNode json = read("/api/reports/" + report.getValue());
      assertThat(json.get("verified").booleanValue()).isTrue();
      digests.put(report.getKey(), json.get("digest").stringValue());
    }
    return digests;
  }

  private JsonNode read(String path) throws Exception {
    return Registry.read(reader.get(path));
  }

  interface Body {
    void run() throws Exception;
  }

  /** Does something while the log has an event as an older release would have written it. */
  static void withAnOlderRevision(Path data, Body body) throws Exception {
    String port = Files.readAllLines(data.resolve("postgres-18/postmaster.pid")).get(3).strip();
    String password = Files.readString(data.resolve("postgres-password")).strip();
    String where = " WHERE aggregate_id = 'unit:VP-TH' AND type = 'UnitRegistered'";
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "danvankheo", password);
        PreparedStatement now =
            connection.prepareStatement("SELECT payload, revision FROM event_log" + where);
        ResultSet row = now.executeQuery()) {
      assertThat(row.next()).isTrue();
      byte[] payload = row.getBytes(1);
      int revision = row.getInt(2);
      assertThat(revision).isGreaterThan(1);
      try (PreparedStatement older =
              connection.prepareStatement(
                  "UPDATE event_log SET revision = 1, payload = " + OLD_PAYLOAD + where);
          PreparedStatement back =
              connection.prepareStatement(
                  "UPDATE event_log SET payload = ?, revision = ?" + where)) {
        assertThat(older.executeUpdate()).isEqualTo(1);
        try {
          body.run();
        } finally {
          back.setBytes(1, payload);
          back.setInt(2, revision);
          back.executeUpdate();
        }
      }
    }
  }
}
