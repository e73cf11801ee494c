package vn.danvankheo.standalone.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person is erased: no byte of their name in any file of either server, in what was written
 * before just as little as in what is written after, no process that still shows it, and none that
 * finds it again when all views are made anew.
 */
class ErasureIT {
  private static final String PASSWORD = "Xoa-ten-theo-yeu-cau";
  private static final String SUBJECT = "Nguyễn Quỳnh Ẩn";
  private static final String RESPONSIBLE = "Trần Hoàng Ẩn";
  private static final String RECIPIENT = "Lê Khuyến Ẩn";
  private static final String ACCOUNT = "Phạm Trường Ẩn";
  private static final String IMPORTED = "Vũ Nguyệt Ẩn";
  private static final String PHONE = "0987123456";
  private static final List<String> NAMES =
      List.of(SUBJECT, RESPONSIBLE, RECIPIENT, ACCOUNT, IMPORTED);
  private static final String ERASED = "đã xóa theo yêu cầu";
  private static final String WHY =
      "'reason':'Theo đơn','basis':{'code':'13/2023/NĐ-CP','title':'Bảo vệ dữ liệu cá"
          + " nhân','issuer':'Chính phủ'}";

  @TempDir private Path folder;

  @Test
  void noByteOfAnErasedNameIsLeft() throws Exception {
    try (SeparateProcesses processes = SeparateProcesses.start(folder)) {
      processes.startOneMoreOfEach();
      User admin = User.logIn(processes.gateway(), "admin", SeparateProcesses.PASSWORD);
      admin.post("/api/units", "{'code':'VP','name':'Văn phòng','type':'OFFICE'}");
      User leader = account(processes, admin, "lanh-dao", "Lãnh đạo Mẫu", "LEADER");
      User clerk = account(processes, admin, "van-thu", ACCOUNT, "COORDINATOR");
      leader.post("/api/plans", plan());
      String id = clerk.post("/api/models", form()).get("id").asString();
      imported(clerk);
      leader.post("/api/models/" + id + "/approval", "{}");
      leader.post("/api/models/" + id + "/commendations", commendation());
      long position =
          clerk
              .patch("/api/models/" + id, "{'location':'Nơi khác','reason':'Sửa địa điểm'}")
              .get("position")
              .asLong();
      List<User> readers = new ArrayList<>();
      for (SeparateProcesses.Side query : processes.queries()) {
        readers.add(leader.at(new Http(query.port())));
      }
      String importedId = "";
      for (User reader : readers) {
        reader.get("/api/models/" + id + "?minPosition=" + position);
        assertThat(reader.get("/api/models/" + id).body())
            .contains(SUBJECT, RESPONSIBLE, RECIPIENT, PHONE);
        assertThat(found(reader, "nguyen quynh an")).contains(id);
        importedId =
            JsonMapper.shared()
                .readTree(found(reader, IMPORTED))
                .get("items")
                .get(0)
                .get("id")
                .asString();
      }

      for (String subject :
          List.of(
              "'modelId':'" + id + "','field':'subjectName'",
              "'modelId':'" + id + "','field':'responsiblePerson'",
              "'modelId':'" + id + "','field':'contactPhone'",
              "'modelId':'" + id + "','field':'recipient','commendation':1,'recipient':1",
              "'modelId':'" + importedId + "','field':'subjectName'",
              "'userName':'van-thu'")) {
        position =
            leader
                .post("/api/erasures", "{'subject':{" + subject + "}," + WHY + "}")
                .get("position")
                .asLong();
        // Whoever opened the name a moment ago has to have forgotten it.
        for (User reader : readers) {
          String words = reader.get("/api/models/" + id).body();
          assertThat(words).contains(ERASED);
        }
      }
      for (User reader : readers) {
        reader.get("/api/models?limit=1&minPosition=" + position);
      }
      assertErased(readers, id, importedId);
      processes.startQueriesOnNewViews("danvankheo_again");
      assertErased(readers, id, importedId);
    }
    // The servers have stopped, so all that they held back is in their files.
    assertNoTrace(folder.resolve("postgres"));
    assertNoTrace(folder.resolve("mongo"));
    // What the killed processes left for the next ones to remove, and their keys.
    assertNoTrace(folder.resolve("data"));
  }

  private static void assertErased(List<User> readers, String id, String importedId)
      throws Exception {
    for (User reader : readers) {
      for (String url :
          List.of(
              "/api/models/" + id,
              "/api/models/" + id + "?atVersion=0",
              "/api/models/" + id + "/history",
              "/api/models/" + importedId,
              "/api/models")) {
        assertThat(reader.get(url).body())
            .contains(ERASED)
            .doesNotContain(NAMES)
            .doesNotContain(PHONE);
      }
      for (String name : NAMES) {
        assertThat(JsonMapper.shared().readTree(found(reader, name)).get("total").asInt()).isZero();
      }
    }
  }

  private static void assertNoTrace(Path files) throws IOException {
    List<byte[]> traces = new ArrayList<>();
    for (String name : NAMES) {
      for (String form :
          List.of(
              Normalizer.normalize(name, Normalizer.Form.NFC),
              Normalizer.normalize(name, Normalizer.Form.NFD))) {
        traces.add(form.getBytes(UTF_8));
        traces.add(form.toLowerCase(Locale.ROOT).getBytes(UTF_8));
      }
      String folded =
          Normalizer.normalize(name, Normalizer.Form.NFD)
              .replaceAll("\\p{M}", "")
              .toLowerCase(Locale.ROOT);
      traces.add(folded.getBytes(UTF_8));
      // Words that no other text of this test has.
      traces.add(name.split(" ", -1)[1].getBytes(UTF_8));
      traces.add(folded.split(" ", -1)[1].getBytes(UTF_8));
    }
    traces.add(PHONE.getBytes(UTF_8));
    int[] seen = {0};
    try (Stream<Path> all = Files.walk(files)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (file.toString().contains("programs")) {
          continue;
        }
        byte[] content = Files.readAllBytes(file);
        seen[0]++;
        for (byte[] trace : traces) {
          assertThat(contains(content, trace))
              .as("%s has %s", file, new String(trace, UTF_8))
              .isFalse();
        }
      }
    }
    assertThat(seen[0]).isGreaterThan(3);
  }

  private static boolean contains(byte[] content, byte[] wanted) {
    for (int i = 0; i <= content.length - wanted.length; i++) {
      int j = 0;
      while (j < wanted.length && content[i + j] == wanted[j]) {
        j++;
      }
      if (j == wanted.length) {
        return true;
      }
    }
    return false;
  }

  private static String found(User reader, String words) throws Exception {
    return reader.get("/api/models?q=" + URLEncoder.encode(words, UTF_8)).body();
  }

  private static User account(
      SeparateProcesses processes, User admin, String userName, String name, String role)
      throws Exception {
    admin.post(
        "/api/accounts",
        "{'userName':'%s','password':'%s','displayName':'%s','position':'Chuyên viên',"
                .formatted(userName, PASSWORD, name)
            + "'unitCode':'VP','roles':['%s']}".formatted(role));
    return User.logIn(processes.gateway(), userName, PASSWORD);
  }

  private static String plan() {
    return "{'unitCode':'VP','year':2024,'number':'12/KH-VP','issuedOn':'2024-02-26',"
        + "'issuer':'Văn phòng UBND tỉnh','title':'Kế hoạch dân vận khéo 2024',"
        + "'registrationDueOn':'2099-03-15','midYearReportDueOn':'2024-06-10',"
        + "'finalReportDueOn':'2024-11-30','selfApprovalAllowed':true,"
        + "'legalBases':[{'code':'03-KL/TU','title':'Kết luận','issuer':'Tỉnh ủy'}],"
        + "'focusTasks':[{'code':'NV1','title':'Cải cách hành chính'}]}";
  }

  private static String form() {
    return "{'title':'Ngày thứ Ba không hẹn','subjectKind':'INDIVIDUAL','subjectName':'"
        + SUBJECT
        + "','unitCode':'VP','year':2024,'field':'ADMINISTRATIVE_REFORM','content':'Tiếp nhận và"
        + " trả kết quả ngay trong ngày thứ Ba','objectives':[{'indicator':'Hồ sơ','unit':'hồ"
        + " sơ','target':2400}],'startsOn':'2024-03-12','endsOn':'2024-12-31','location':'Thành"
        + " phố Bắc Kạn','responsiblePosition':'Giám đốc','responsiblePerson':'"
        + RESPONSIBLE
        + "','contactPhone':'"
        + PHONE
        + "'}";
  }

  private static String commendation() {
    return "{'form':'PRAISE','basis':'AD_HOC','decision':{'number':'5/QĐ-VP','issuedOn':"
        + "'2024-12-10','issuer':'Văn phòng','signerPosition':'Chánh Văn phòng'},'merit':'Có thành"
        + " tích xuất sắc','recipients':[{'kind':'INDIVIDUAL','name':'"
        + RECIPIENT
        + "','unitCode':'VP'}]}";
  }

  private static void imported(User clerk) throws Exception {
    String list =
        "title,subjectKind,subjectName,unitCode,year,field,content,objectives,startsOn,endsOn,"
            + "location,responsiblePosition\n"
            + "Tổ tự quản thu gom rác,INDIVIDUAL,"
            + IMPORTED
            + ",VP,2024,NEW_RURAL_AND_URBAN,Mỗi xóm một tổ tự quản hẹn ngày thu gom,"
            + "Hộ tham gia | hộ | 250,01/04/2024,31/12/2024,Xã Quang Thuận,Chủ tịch Hội\n";
    String body =
        "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + list
            + "\r\n--part--\r\n";
    HttpResponse<String> accepted =
        clerk.call("POST", "/api/imports", body, "multipart/form-data; boundary=part");
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String location = accepted.headers().firstValue("Location").orElseThrow();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(clerk.get(location).body()).contains("\"state\":\"SUCCEEDED\""));
    assertThat(clerk.get(location).body()).contains("REGISTERED");
  }

  /** Somebody who is logged in. */
  private record User(Http http, String token) {
    static User logIn(Http http, String userName, String password) throws Exception {
      User nobody = new User(http, "");
      JsonNode tokens =
          nobody.ok(
              nobody.call(
                  "POST",
                  "/api/sessions",
                  "{\"userName\":\"%s\",\"password\":\"%s\"}".formatted(userName, password),
                  "application/json"));
      return new User(http, tokens.get("accessToken").asString());
    }

    User at(Http other) {
      return new User(other, token);
    }

    HttpResponse<String> get(String path) throws Exception {
      HttpResponse<String> answer =
          http.call("GET", path, "", "Authorization", "Bearer " + token, "Prefer", "wait=30");
      assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
      return answer;
    }

    JsonNode post(String path, String body) throws Exception {
      return ok(call("POST", path, body.replace('\'', '"'), "application/json"));
    }

    JsonNode patch(String path, String body) throws Exception {
      return ok(call("PATCH", path, body.replace('\'', '"'), "application/merge-patch+json"));
    }

    HttpResponse<String> call(String method, String path, String body, String contentType)
        throws Exception {
      return http.call(
          method,
          path,
          body,
          "Authorization",
          "Bearer " + token,
          "Content-Type",
          contentType,
          "If-Match",
          "*");
    }

    private JsonNode ok(HttpResponse<String> answer) {
      assertThat(answer.statusCode()).as(answer.uri() + ": " + answer.body()).isBetween(200, 201);
      return JsonMapper.shared().readTree(answer.body());
    }
  }
}
