package vn.danvankheo.command.model.http;

import static vn.danvankheo.web.validation.Schemas.choice;
import static vn.danvankheo.web.validation.Schemas.date;
import static vn.danvankheo.web.validation.Schemas.decimal;
import static vn.danvankheo.web.validation.Schemas.list;
import static vn.danvankheo.web.validation.Schemas.object;
import static vn.danvankheo.web.validation.Schemas.text;

import java.util.List;
import vn.danvankheo.command.domain.Command;
import vn.danvankheo.command.http.CommandOperation;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.http.Parts;
import vn.danvankheo.command.http.Submission;
import vn.danvankheo.command.model.domain.AnnulInspection;
import vn.danvankheo.command.model.domain.ConfirmRemedy;
import vn.danvankheo.command.model.domain.ExtendFinding;
import vn.danvankheo.command.model.domain.InspectModel;
import vn.danvankheo.command.model.domain.RejectRemedy;
import vn.danvankheo.command.model.domain.RemedyFinding;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Severity;
import vn.danvankheo.events.vocabulary.TeamRole;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;

/** Models are inspected; what is found is remedied, confirmed, rejected, put off. */
public final class InspectionEndpoint implements Endpoint {
  private static final String INSPECTIONS = ModelEndpoint.ONE + "/inspections";
  private static final String INSPECTION = INSPECTIONS + "/{no}";
  private static final String FINDING = INSPECTION + "/findings/{f}";

  private static final ObjectSchema MEMBER =
      object()
          .required("position", Parts.NAME)
          .required("unitCode", Parts.UNIT_CODE)
          .required("role", choice(TeamRole.class));
  private static final ObjectSchema SCORE =
      object()
          .required("criterion", Parts.CODE)
          .required("points", decimal("0", "100", "0.25"))
          .optional("note", text(0, 1_000).lines());
  private static final ObjectSchema FOUND =
      object()
          .required("text", text(2, 2_000).lines())
          .required("severity", choice(Severity.class))
          .optional("dueOn", date());
  private static final ObjectSchema INSPECT =
      Parts.term()
          .required("kind", choice(InspectionKind.class))
          .required("inspectedOn", date())
          .optional("place", text(2, 300))
          .required("team", list(MEMBER, 1, 20))
          .orEmpty("representatives", list(object().required("position", Parts.NAME), 0, 20))
          .required("minutesNumber", Parts.DOCUMENT_NUMBER)
          .required("scores", list(SCORE, 1, 30))
          .optional("strengths", Parts.LONG_TEXT)
          .optional("shortcomings", Parts.LONG_TEXT)
          .orEmpty("findings", list(FOUND, 0, 50))
          .required("conclusion", text(2, 5_000).lines())
          .optional("unitOpinion", Parts.LONG_TEXT)
          .orEmpty("attachments", Parts.ATTACHMENTS);
  private static final ObjectSchema REMEDY =
      Parts.term()
          .required("doneOn", date())
          .required("note", text(2, 5_000).lines())
          .orEmpty("attachments", Parts.ATTACHMENTS);
  private static final ObjectSchema REASON =
      object().required("reason", Parts.REASON).optional("year", Parts.YEAR);
  private static final ObjectSchema REASON_AND_DAY = REASON.required("dueOn", date());

  private final Commands commands;

  /**
   * An endpoint.
   *
   * @param commands carries them out
   */
  public InspectionEndpoint(Commands commands) {
    this.commands = commands;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        commands
            .on("POST", INSPECTIONS, InspectModel.class)
            .summary("Ghi biên bản kiểm tra")
            .right(Right.SELF_INSPECT_MODEL, InspectionEndpoint::rightOf)
            .body(INSPECT)
            .variable("id", "id")
            .changes("id"),
        about(INSPECTION + "/annulment", AnnulInspection.class)
            .summary("Hủy kết quả kiểm tra")
            .right(Right.ANNUL_INSPECTION)
            .body(REASON)
            .changes("id"),
        finding("/remedy", RemedyFinding.class)
            .summary("Báo cáo đã khắc phục")
            .right(Right.REMEDY_FINDING)
            .body(REMEDY)
            .changes("id"),
        finding("/confirmation", ConfirmRemedy.class)
            .summary("Xác nhận đã khắc phục")
            .right(Right.CONFIRM_REMEDY)
            .body(Parts.term())
            .changes("id"),
        finding("/rejection", RejectRemedy.class)
            .summary("Không chấp nhận kết quả khắc phục")
            .right(Right.REJECT_REMEDY)
            .body(REASON_AND_DAY)
            .changes("id"),
        finding("/extension", ExtendFinding.class)
            .summary("Gia hạn khắc phục")
            .right(Right.EXTEND_FINDING)
            .body(REASON_AND_DAY)
            .changes("id"));
  }

  /** A unit may inspect itself; that never counts for recognition. */
  private static Right rightOf(Submission submission) {
    boolean self = submission.body().path("kind").asString().equals(InspectionKind.SELF.name());
    return self ? Right.SELF_INSPECT_MODEL : Right.INSPECT_MODEL;
  }

  private <C extends Command> CommandOperation<C> finding(String path, Class<C> command) {
    return about(FINDING + path, command).variable("f", "#finding");
  }

  private <C extends Command> CommandOperation<C> about(String path, Class<C> command) {
    return commands.on("POST", path, command).variable("id", "id").variable("no", "#inspection");
  }
}
