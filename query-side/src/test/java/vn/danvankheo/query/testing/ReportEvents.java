package vn.danvankheo.query.testing;

import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.report.ReportIssued;
import vn.danvankheo.events.vocabulary.ReportSection;
import vn.danvankheo.events.vocabulary.ReportText;
import vn.danvankheo.web.security.ReportReceipts;
import vn.danvankheo.web.security.ReportReceipts.Receipt;

/** Issues drafts as the command side would. */
public final class ReportEvents {
  public static final String STRENGTHS =
      "Đăng ký đúng hạn; <b>không</b> chạy theo số lượng & hình thức.";

  private ReportEvents() {}

  /** Issues a draft as it is; tells the position in the log. */
  public static long issue(
      EventDatabase events, QueryService service, JsonNode draft, String id, String number) {
    return issue(events, service, draft, id, number, draft.get("digest").stringValue());
  }

  /** The same with another digest than the draft's. */
  public static long issue(
      EventDatabase events,
      QueryService service,
      JsonNode draft,
      String id,
      String number,
      String digest) {
    Receipt receipt = service.bean(ReportReceipts.class).verify(draft.get("receipt").stringValue());
    ReportIssued issued =
        new ReportIssued(
            id,
            receipt.scope(),
            receipt.position(),
            receipt.definitionVersion(),
            digest,
            receipt.checkpoint(),
            number,
            LocalDate.of(2024, 12, 16),
            "Chánh Văn phòng",
            List.of(new ReportText(ReportSection.STRENGTHS, STRENGTHS)));
    return events.append("report", "report:" + id, 0, List.of(issued));
  }
}
