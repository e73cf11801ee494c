package vn.danvankheo.query.me;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.security.Caller;
import vn.danvankheo.web.security.Right;

/** {@code GET /api/me}: the caller as the token says, and the rights that the roles grant. */
public final class MeEndpoint implements Endpoint {
  private final ViewGate gate;
  private final UnitStore units;

  /**
   * Serves callers.
   *
   * @param gate tells the day
   * @param units the tree of units
   */
  public MeEndpoint(ViewGate gate, UnitStore units) {
    this.gate = gate;
    this.units = units;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/me", "getMe", "Người đang dùng và quyền hạn")
            .answer(Answer.json(200, "Người dùng", schema()))
            .to(this::answer));
  }

  private void answer(Exchange exchange) throws IOException {
    Caller caller = exchange.caller();
    ObjectNode me = JsonNodeFactory.instance.objectNode();
    me.put("userName", caller.userName());
    me.put("displayName", caller.displayName());
    me.put("position", caller.position());
    me.put("unitCode", caller.unitCode());
    if (caller.unitCode() != null) {
      me.put("unitName", units.tree().nameOn(caller.unitCode(), gate.today()));
    }
    ArrayNode roles = me.putArray("roles");
    caller.roles().stream().sorted().forEach(role -> roles.add(role.name()));
    ArrayNode may = me.putArray("may");
    Arrays.stream(Right.values()).filter(caller::may).forEach(right -> may.add(right.name()));
    exchange.response().setHeader("Cache-Control", "no-store");
    exchange.json(200, JsonMapper.shared(), me);
  }

  private static ObjectNode schema() {
    ObjectNode schema = RecordSchema.type("object");
    ObjectNode properties = schema.putObject("properties");
    properties.set("userName", RecordSchema.type("string"));
    for (String name : List.of("displayName", "position", "unitCode", "unitName")) {
      properties.putObject(name).putArray("type").add("string").add("null");
    }
    properties.set("roles", RecordSchema.listOf(RecordSchema.type("string")));
    properties.set("may", RecordSchema.listOf(RecordSchema.type("string")));
    return schema;
  }
}
