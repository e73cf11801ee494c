package vn.danvankheo.command.model.http;

import static vn.danvankheo.web.validation.Schemas.date;
import static vn.danvankheo.web.validation.Schemas.decimal;
import static vn.danvankheo.web.validation.Schemas.list;
import static vn.danvankheo.web.validation.Schemas.object;
import static vn.danvankheo.web.validation.Schemas.text;

import java.util.List;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.http.Parts;
import vn.danvankheo.command.model.domain.ApproveModel;
import vn.danvankheo.command.model.domain.ReportProgress;
import vn.danvankheo.command.model.domain.ResubmitModel;
import vn.danvankheo.command.model.domain.ReturnModel;
import vn.danvankheo.command.model.domain.WithdrawModel;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;

/**
 * A registration is looked at, returned, handed in again, approved or withdrawn; then reported on.
 */
public final class ReviewEndpoint implements Endpoint {
  private static final String ONE = ModelEndpoint.ONE;
  private static final ObjectSchema RETURN =
      object()
          .required("reason", Parts.FULL_REASON)
          .required("dueOn", date())
          .optional("year", Parts.YEAR);
  private static final ObjectSchema RESUBMISSION =
      Parts.term().optional("note", text(0, 2_000).lines());
  private static final ObjectSchema APPROVAL =
      Parts.term().optional("decision", Parts.DECISION).optional("note", text(0, 2_000).lines());
  private static final ObjectSchema WITHDRAWAL =
      object().required("reason", Parts.REASON).optional("year", Parts.YEAR);
  private static final ObjectSchema RESULT =
      object()
          .required("indicator", text(2, 300))
          .required("unit", text(1, 50))
          .required("target", decimal("0", "1000000000000", "0.0001"))
          .required("actual", decimal("-1000000000000", "1000000000000", "0.0001"));
  private static final ObjectSchema PROGRESS =
      Parts.term()
          .required(
              "period",
              text(4, 7).like("20[0-9]{2}(?:-(?:Q[1-4]|H[12]|0[1-9]|1[0-2]))?", "2024-Q2"))
          .required("reportedOn", date())
          .required("summary", text(2, 5_000).lines())
          .required("results", list(RESULT, 1, 20))
          .optional("beneficiaries", Parts.BENEFICIARIES)
          .optional("difficulties", Parts.LONG_TEXT)
          .optional("proposals", Parts.LONG_TEXT)
          .orEmpty("attachments", Parts.ATTACHMENTS)
          .flag("correction", false);

  private final Commands commands;

  /**
   * An endpoint.
   *
   * @param commands carries them out
   */
  public ReviewEndpoint(Commands commands) {
    this.commands = commands;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        commands
            .on("POST", ONE + "/return", ReturnModel.class)
            .summary("Trả lại để bổ sung")
            .right(Right.RETURN_MODEL)
            .body(RETURN)
            .variable("id", "id")
            .changes("id"),
        commands
            .on("POST", ONE + "/resubmission", ResubmitModel.class)
            .summary("Gửi lại sau khi bổ sung")
            .right(Right.RESUBMIT_MODEL)
            .body(RESUBMISSION)
            .variable("id", "id")
            .changes("id"),
        commands
            .on("POST", ONE + "/approval", ApproveModel.class)
            .summary("Phê duyệt đăng ký")
            .right(Right.APPROVE_MODEL)
            .body(APPROVAL)
            .variable("id", "id")
            .changes("id"),
        commands
            .on("POST", ONE + "/withdrawal", WithdrawModel.class)
            .summary("Rút đăng ký")
            .right(Right.WITHDRAW_MODEL)
            .body(WITHDRAWAL)
            .variable("id", "id")
            .changes("id"),
        commands
            .on("POST", ONE + "/progress-reports", ReportProgress.class)
            .summary("Báo cáo tiến độ")
            .right(Right.REPORT_PROGRESS)
            .body(PROGRESS)
            .variable("id", "id")
            .changes("id"));
  }
}
