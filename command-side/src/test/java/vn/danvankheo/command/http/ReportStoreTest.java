package vn.danvankheo.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.http.Http.expect;
import static vn.danvankheo.command.http.Office.json;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportType;
import vn.danvankheo.web.security.ReportReceipts.Receipt;

/** Issuing reports over HTTP, and what it means for the models they count. */
class ReportStoreTest {
  private final Office office = Office.open();

  private String receipt(String unitCode, long position) {
    ReportScope scope =
        new ReportScope(
            ReportType.YEAR,
            unitCode,
            2024,
            null,
            null,
            null,
            LocalDate.of(2023, 12, 15),
            LocalDate.of(2024, 12, 14));
    return HttpSide.receipt(new Receipt(scope, position, 1, "sha256:" + "0".repeat(64), null));
  }

  private static String issue(String receipt, String number) {
    return json(
        "{'receipt':'%s','number':'%s','issuedOn':'2024-12-16','signerPosition':'Chánh Văn phòng',"
            + "'texts':[{'section':'STRENGTHS','text':'Đăng ký đúng hạn.'}]}",
        receipt, number);
  }

  private HttpResponse<String> issue(String number, long position) {
    return office.leader.post("/api/reports", issue(receipt(office.code, position), number));
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JsonMapper.shared().readTree(answer.body()).get("code").stringValue())
        .isEqualTo(code);
  }

  @Test
  void aReceiptIsIssuedOnce() {
    JsonNode issued = Answers.created("issueReport", issue("45/BC-VP", 7));
    assertThat(issued.get("version").asInt()).isZero();
    refused(issue("45/BC-VP", 7), 409, "REPORT_ALREADY_ISSUED");
    refused(issue("46/BC-VP", 6), 409, "REPORT_BEHIND");
    expect(issue("46/BC-VP", 7), 201);
  }

  @Test
  void whatIsNoReceiptIsRefusedByItsField() {
    HttpResponse<String> answer = office.leader.post("/api/reports", issue("a.b.c", "1/BC-VP"));
    refused(answer, 422, "INVALID_FIELDS");
    JsonNode fault = JsonMapper.shared().readTree(answer.body()).at("/errors/0");
    assertThat(fault.get("pointer").stringValue()).isEqualTo("/receipt");
    assertThat(fault.get("code").stringValue()).isEqualTo("RECEIPT_BROKEN");
  }

  @Test
  void othersMayNot() {
    String body = issue(receipt(office.code, 7), "1/BC-VP");
    refused(office.coordinator.post("/api/reports", body), 403, "FORBIDDEN");
    refused(Office.open().leader.post("/api/reports", body), 403, "NOT_YOUR_UNIT");
  }

  @Test
  void afterTheYearsReportCoordinatorsCorrectModels() {
    String id = office.model("Công sở xanh " + office.code);
    expect(issue("45/BC-VP", 7), 201);
    String url = "/api/models/" + id;
    String change = json("{'location':'Trụ sở mới','reason':'Nhầm địa điểm'}");
    refused(office.clerk.patch(url, change), 409, "YEAR_REPORTED");
    expect(office.coordinator.patch(url, change), 200);
  }
}
