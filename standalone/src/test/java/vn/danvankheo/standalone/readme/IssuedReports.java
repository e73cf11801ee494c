package vn.danvankheo.standalone.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.MessageDigest;
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

  /** Corrects a model after the report, and merges the unit that took the office over. */
  static JsonNode goOn(Registry coordinator, Registry administrator) throws Exception {
    JsonNode model =
        Registry.read(coordinator.get("/api/models?unit=VP&year=2024&q=na+pai&limit=1"))
            .get("items")
            .get(0);
    JsonNode corrected = correct(coordinator, model.get("id").stringValue(), 63);
    administrator.post(
        "/api/units",
        "{\"code\": \"VP-TN2\", \"name\": \"Văn phòng mới\", \"type\": \"OFFICE\","
            + " \"parentCode\": \"UBND-TN\", \"effectiveOn\": \"2025-10-01\"}");
    administrator.send(
        "POST",
        "/api/units/VP-TN/merger",
        "{\"intoCode\": \"VP-TN2\", \"effectiveOn\": \"2025-10-01\", \"basis\": {\"code\":"
            + " \"01/NQ\", \"title\": \"Sắp xếp lại\", \"issuer\": \"HĐND tỉnh\"}}");
    return corrected;
  }

  /** Corrects what a model has come to; its id, version and position are told. */
  static JsonNode correct(Registry coordinator, String model, int households) throws Exception {
    return coordinator.send(
        "PATCH",
        "/api/models/" + model,
        "{\"year\": 2024, \"beneficiaries\": {\"households\": "
            + households
            + ", \"people\": 274},"
            + " \"title\": \"Chung tay cùng thôn Nà Pài\","
            + " \"reason\": \"Rà soát lại số hộ hưởng lợi sau báo cáo\"}");
  }

  /** Makes both again as operations, which tell the digests that came out. */
  Map<String, String> regenerate(Registry administrator) throws Exception {
    Map<String, String> digests = new LinkedHashMap<>();
    for (Map.Entry<String, String> report : ids.entrySet()) {
      String body =
          "{\"target\": \"report\", \"reason\": \"Đối chiếu\", \"reportId\": \""
              + report.getValue()
              + "\"}";
      JsonNode done = done(administrator, "/api/admin/replays", body);
      digests.put(report.getKey(), done.at("/result/digest").asString());
    }
    return digests;
  }

  /** Starts an operation and gives what it has come to, which has to be well. */
  static JsonNode done(Registry administrator, String path, String body) throws Exception {
    String operation = path + "/" + administrator.post(path, body).get("id").stringValue();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !Registry.read(administrator.get(operation)).get("finishedAt").isNull());
    JsonNode done = Registry.read(administrator.get(operation));
    assertThat(done.get("state").stringValue()).as("%s", done).isEqualTo("SUCCEEDED");
    return done;
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
}
