package vn.danvankheo.command.report.http;

import static vn.danvankheo.web.validation.Schemas.choice;
import static vn.danvankheo.web.validation.Schemas.date;
import static vn.danvankheo.web.validation.Schemas.list;
import static vn.danvankheo.web.validation.Schemas.object;
import static vn.danvankheo.web.validation.Schemas.text;

import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.http.Parts;
import vn.danvankheo.command.report.domain.IssueReport;
import vn.danvankheo.command.report.domain.ReportCommand;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.vocabulary.ReportSection;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.security.ReportReceipts;
import vn.danvankheo.web.security.ReportReceipts.InvalidReceipt;
import vn.danvankheo.web.security.ReportReceipts.Receipt;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;

/** A draft is issued as a report by the receipt that came with it. */
public final class ReportEndpoint implements Endpoint {
  private static final ObjectSchema ISSUE =
      Parts.body()
          .required("receipt", text(1, 8_000))
          .required("number", Parts.DOCUMENT_NUMBER)
          .required("issuedOn", date())
          .required("signerPosition", Parts.NAME)
          .optional(
              "texts",
              list(
                  object()
                      .required("section", choice(ReportSection.class))
                      .required("text", text(1, 10_000).lines()),
                  0,
                  ReportSection.values().length));

  private final Commands commands;
  private final ReportReceipts receipts;
  private final Supplier<String> ids;

  /**
   * An endpoint.
   *
   * @param commands carries them out
   * @param receipts tells what a draft was
   * @param ids gives new ids
   */
  public ReportEndpoint(Commands commands, ReportReceipts receipts, Supplier<String> ids) {
    this.commands = commands;
    this.receipts = receipts;
    this.ids = ids;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        commands
            .on("POST", "/api/reports", IssueReport.class)
            .summary("Phát hành báo cáo từ bản dự thảo")
            .right(Right.ISSUE_REPORT)
            .body(ISSUE)
            .reading(this::command)
            .creates(
                (submission, request, wish) ->
                    commands.executor().execute(request, wish, submission.expectation()),
                stream -> stream.substring(ReportCommand.AGGREGATE_TYPE.length() + 1),
                id -> "/api/reports/" + id));
  }

  private IssueReport command(ObjectNode body) {
    Receipt receipt = receipt(body.remove("receipt").stringValue());
    body.put("id", ids.get());
    body.set("scope", EventJson.stored().valueToTree(receipt.scope()));
    body.put("position", receipt.position());
    body.put("definitionVersion", receipt.definitionVersion());
    body.put("digest", receipt.digest());
    if (receipt.checkpoint() != null) {
      body.put("checkpoint", receipt.checkpoint());
    }
    body.withArray("texts");
    return Commands.read(body, IssueReport.class);
  }

  private Receipt receipt(String text) {
    try {
      return receipts.verify(text);
    } catch (InvalidReceipt invalid) {
      String code = invalid.expired() ? "RECEIPT_EXPIRED" : "RECEIPT_BROKEN";
      throw ProblemCode.INVALID_FIELDS
          .problem(List.of(new FieldFault("/receipt", code)))
          .exception();
    }
  }
}
