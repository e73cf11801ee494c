package vn.danvankheo.command.model.http;

import static vn.danvankheo.web.validation.Schemas.choice;
import static vn.danvankheo.web.validation.Schemas.date;
import static vn.danvankheo.web.validation.Schemas.text;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.http.Parts;
import vn.danvankheo.command.model.domain.CloseModel;
import vn.danvankheo.command.model.domain.RegisterModel;
import vn.danvankheo.command.model.domain.RenewModel;
import vn.danvankheo.command.model.domain.ReplicateModel;
import vn.danvankheo.command.model.domain.SendReminder;
import vn.danvankheo.command.model.domain.UpdateModel;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.DutyKind;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;
import vn.danvankheo.web.validation.Schemas;

/** Models come, change, go on, are taken over and end. */
public final class ModelEndpoint implements Endpoint {
  static final String ONE = "/api/models/{id}";
  private static final Function<String, String> LOCATION = id -> "/api/models/" + id;

  private static final ObjectSchema RENEWAL =
      Parts.body()
          .required("year", Parts.YEAR)
          .optional("objectives", Parts.OBJECTIVES)
          .optional("registeredOn", date());
  private static final ObjectSchema REPLICATION =
      Parts.body()
          .required("unitCode", Parts.UNIT_CODE)
          .required("year", Parts.YEAR)
          .optional("title", text(5, 300))
          .optional("location", text(2, 300))
          .optional("objectives", Parts.OBJECTIVES)
          .optional("registeredOn", date());
  private static final ObjectSchema CLOSURE =
      Schemas.object()
          .required("outcome", choice(ClosureOutcome.class))
          .required("reason", Parts.REASON)
          .optional("year", Parts.YEAR);
  private static final ObjectSchema REMINDER =
      Parts.term()
          .required("about", choice(DutyKind.class))
          .required("dueOn", date())
          .required("message", text(2, 2_000).lines());

  private final Commands commands;
  private final Supplier<String> ids;

  /**
   * An endpoint.
   *
   * @param commands carries them out
   * @param ids new models' ids, in the order of time
   */
  public ModelEndpoint(Commands commands, Supplier<String> ids) {
    this.commands = commands;
    this.ids = ids;
  }

  @Override
  public List<Operation> operations() {
    return List.of(register(), update(), renew(), replicate(), close(), remind());
  }

  private Operation register() {
    return commands
        .on("POST", "/api/models", RegisterModel.class)
        .summary("Đăng ký mô hình")
        .right(Right.REGISTER_MODEL)
        .body(ModelForms.REGISTRATION)
        .reading(body -> ModelForms.registration(body, ids.get()))
        .creates(
            (submission, request, wish) ->
                commands.executor().register(request, wish.year(), wish::numbered),
            Function.identity(),
            LOCATION);
  }

  private Operation update() {
    return commands
        .on("PATCH", ONE, UpdateModel.class)
        .summary("Cập nhật mô hình")
        .right(Right.UPDATE_MODEL)
        .body(ModelForms.CHANGE)
        .variable("id", "id")
        .reading(ModelEndpoint::change)
        .changes("id");
  }

  private static UpdateModel change(ObjectNode body) {
    String id = body.remove("id").stringValue();
    Set<String> cleared = Commands.takeCleared(body);
    List<Objective> objectives = ModelForms.takeObjectives(body);
    JsonNode year = body.remove("year");
    return new UpdateModel(
        id, year == null ? null : year.intValue(), ModelForms.form(body), cleared, objectives);
  }

  private Operation renew() {
    return commands
        .on("POST", ONE + "/renewals", RenewModel.class)
        .summary("Đăng ký duy trì cho năm sau")
        .right(Right.RENEW_MODEL)
        .body(RENEWAL)
        .variable("id", "id")
        .changes("id");
  }

  private Operation replicate() {
    return commands
        .on("POST", ONE + "/replications", ReplicateModel.class)
        .summary("Nhân rộng mô hình sang đơn vị khác")
        .right(Right.REPLICATE_MODEL)
        .body(REPLICATION)
        .variable("id", "id")
        .reading(body -> Commands.read(body.put("replicaId", ids.get()), ReplicateModel.class))
        .createsFrom(
            (submission, request, wish) ->
                commands.executor().replicate(request, wish, submission.expectation()),
            Function.identity(),
            LOCATION);
  }

  private Operation close() {
    return commands
        .on("POST", ONE + "/closure", CloseModel.class)
        .summary("Kết thúc hoặc dừng mô hình")
        .right(Right.CLOSE_MODEL)
        .body(CLOSURE)
        .variable("id", "id")
        .changes("id");
  }

  private Operation remind() {
    return commands
        .on("POST", ONE + "/reminders", SendReminder.class)
        .summary("Đôn đốc việc đến hạn, quá hạn")
        .right(Right.SEND_REMINDER)
        .body(REMINDER)
        .variable("id", "id")
        .changes("id");
  }
}
