package vn.danvankheo.command.plan.http;

import static vn.danvankheo.web.validation.Schemas.choice;
import static vn.danvankheo.web.validation.Schemas.date;
import static vn.danvankheo.web.validation.Schemas.decimal;
import static vn.danvankheo.web.validation.Schemas.flag;
import static vn.danvankheo.web.validation.Schemas.integer;
import static vn.danvankheo.web.validation.Schemas.list;
import static vn.danvankheo.web.validation.Schemas.object;
import static vn.danvankheo.web.validation.Schemas.text;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.http.Parts;
import vn.danvankheo.command.plan.domain.AmendPlan;
import vn.danvankheo.command.plan.domain.IssuePlan;
import vn.danvankheo.command.plan.domain.PlanCommand;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;

/** Plans are issued and amended. */
public final class PlanEndpoint implements Endpoint {
  private static final ObjectSchema FOCUS_TASK =
      object().required("code", Parts.CODE).required("title", text(2, 1_000).lines());
  private static final ObjectSchema CRITERION =
      object()
          .required("code", Parts.CODE)
          .required("title", text(2, 500))
          .required("maxPoints", decimal("0.25", "100", "0.25"));
  private static final ObjectSchema BOUND =
      object()
          .required("rating", choice(Rating.class))
          .required("minPoints", decimal("0", "100", "0.25"));
  private static final ObjectSchema ENTITLED =
      object()
          .required("form", choice(CommendationForm.class))
          .required("issuers", list(Parts.NAME, 1, 50).unique(""));
  private static final ObjectSchema CONTENT =
      object()
          .required("unitCode", Parts.UNIT_CODE)
          .required("year", Parts.YEAR)
          .required("number", Parts.DOCUMENT_NUMBER)
          .required("issuedOn", date())
          .required("issuer", Parts.NAME)
          .required("title", text(5, 500))
          .required("registrationDueOn", date())
          .required("midYearReportDueOn", date())
          .required("finalReportDueOn", date())
          .optional("legalBases", list(Parts.LEGAL_BASIS, 0, 100).unique("code"))
          .optional("focusTasks", list(FOCUS_TASK, 0, 100).unique("code"))
          .optional("criteria", list(CRITERION, 0, 30).unique("code"))
          .optional("ratings", list(BOUND, 0, 5).unique("rating"))
          .optional("passingMark", decimal("0", "100", "0.25"))
          .optional("modelsPerUnitMin", integer(0, 1_000))
          .optional("selfApprovalAllowed", flag())
          .optional("periodShare", decimal("0", "1", "0.0001"))
          .optional("entitledIssuers", list(ENTITLED, 0, 6).unique("form"))
          .optional("reason", Parts.REASON);

  private final Commands commands;

  /**
   * An endpoint.
   *
   * @param commands carries them out
   */
  public PlanEndpoint(Commands commands) {
    this.commands = commands;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        commands
            .on("POST", "/api/plans", IssuePlan.class)
            .summary("Ban hành kế hoạch năm")
            .right(Right.ISSUE_PLAN)
            .body(CONTENT)
            .reading(body -> new IssuePlan(Commands.read(body, PlanContent.class)))
            .creates(
                (submission, request, wish) ->
                    commands.executor().execute(request, wish, submission.expectation()),
                stream -> stream.substring(PlanCommand.AGGREGATE_TYPE.length() + 1),
                code -> "/api/plans/" + code),
        commands
            .on("PATCH", "/api/plans/{code}", AmendPlan.class)
            .summary("Sửa đổi kế hoạch")
            .right(Right.AMEND_PLAN)
            .body(CONTENT.patch())
            .variable("code", "code")
            .reading(PlanEndpoint::amendment)
            .changes("code"));
  }

  private static AmendPlan amendment(ObjectNode body) {
    String code = body.remove("code").stringValue();
    Set<String> cleared = Commands.takeCleared(body);
    return new AmendPlan(code, Commands.read(body, PlanContent.class), cleared);
  }
}
