package vn.danvankheo.command.unit.http;

import static vn.danvankheo.web.validation.Schemas.choice;
import static vn.danvankheo.web.validation.Schemas.date;
import static vn.danvankheo.web.validation.Schemas.list;
import static vn.danvankheo.web.validation.Schemas.text;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.domain.Command;
import vn.danvankheo.command.http.CommandOperation;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.http.Parts;
import vn.danvankheo.command.unit.domain.DissolveUnit;
import vn.danvankheo.command.unit.domain.MergeUnit;
import vn.danvankheo.command.unit.domain.RegisterUnit;
import vn.danvankheo.command.unit.domain.ReorganizeUnit;
import vn.danvankheo.command.unit.domain.SendUnitReminder;
import vn.danvankheo.command.unit.domain.SplitUnit;
import vn.danvankheo.command.unit.domain.UnitCommand;
import vn.danvankheo.events.vocabulary.DutyKind;
import vn.danvankheo.events.vocabulary.UnitType;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;

/** Units come, are renamed and moved, end in others, and are urged. */
public final class UnitEndpoint implements Endpoint {
  private static final String ONE = "/api/units/{code}";
  private static final ObjectSchema REGISTRATION =
      Parts.body()
          .required("code", Parts.UNIT_CODE)
          .required("name", Parts.NAME)
          .required("type", choice(UnitType.class))
          .optional("parentCode", Parts.UNIT_CODE)
          .optional("attachedTo", Parts.UNIT_CODE)
          .orEmpty("aliases", list(Parts.NAME, 0, 20).unique(""))
          .optional("effectiveOn", date());
  private static final ObjectSchema BY_DOCUMENT =
      Parts.body().required("effectiveOn", date()).required("basis", Parts.LEGAL_BASIS);
  private static final ObjectSchema REORGANISATION =
      BY_DOCUMENT.optional("name", Parts.NAME).clearable("parentCode", Parts.UNIT_CODE);
  private static final ObjectSchema REMINDER =
      Parts.term()
          .required("about", choice(DutyKind.class))
          .required("dueOn", date())
          .required("message", text(2, 2_000).lines());

  private final Commands commands;

  /**
   * An endpoint.
   *
   * @param commands carries them out
   */
  public UnitEndpoint(Commands commands) {
    this.commands = commands;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        commands
            .on("POST", "/api/units", RegisterUnit.class)
            .summary("Thêm đơn vị")
            .right(Right.REGISTER_UNIT)
            .body(REGISTRATION)
            .creates(
                (submission, request, wish) ->
                    commands.executor().execute(request, wish, submission.expectation()),
                stream -> stream.substring(UnitCommand.AGGREGATE_TYPE.length() + 1),
                code -> "/api/units/" + code),
        about("PATCH", "", ReorganizeUnit.class, Right.REORGANIZE_UNIT)
            .summary("Đổi tên, chuyển đơn vị")
            .body(REORGANISATION)
            .reading(UnitEndpoint::reorganisation)
            .changes("code"),
        about("POST", "/merger", MergeUnit.class, Right.REORGANIZE_UNIT)
            .summary("Sáp nhập vào đơn vị khác")
            .body(BY_DOCUMENT.required("intoCode", Parts.UNIT_CODE))
            .changes("code"),
        about("POST", "/split", SplitUnit.class, Right.REORGANIZE_UNIT)
            .summary("Chia tách đơn vị")
            .body(BY_DOCUMENT.required("into", list(Parts.UNIT_CODE, 2, 50).unique("")))
            .changes("code"),
        about("POST", "/dissolution", DissolveUnit.class, Right.REORGANIZE_UNIT)
            .summary("Giải thể đơn vị")
            .body(BY_DOCUMENT.optional("successorCode", Parts.UNIT_CODE))
            .changes("code"),
        about("POST", "/reminders", SendUnitReminder.class, Right.SEND_REMINDER)
            .summary("Đôn đốc đơn vị")
            .body(REMINDER)
            .changes("code"));
  }

  private <C extends Command> CommandOperation<C> about(
      String method, String path, Class<C> command, Right right) {
    return commands.on(method, ONE + path, command).right(right).variable("code", "code");
  }

  /** A parent of null means the top of the tree; no parent at all means that it stays. */
  private static ReorganizeUnit reorganisation(ObjectNode body) {
    boolean toTop = body.path("parentCode").isNull();
    return Commands.read(body.put("toTop", toTop), ReorganizeUnit.class);
  }
}
