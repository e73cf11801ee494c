package vn.danvankheo.command.http;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.web.endpoint.Answer;

/** How commands answer when all is well. */
public final class CommandAnswers {
  /** Something that exists was changed, or there was nothing to change. */
  public static final Answer CHANGED =
      Answer.json(200, "Đã thực hiện", result(), "ETag", "Idempotent-Replayed");

  /** Something new is there. */
  public static final Answer CREATED =
      Answer.json(201, "Đã tạo", result(), "ETag", "Location", "Idempotent-Replayed");

  private CommandAnswers() {}

  private static ObjectNode result() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode fields = schema.putObject("properties");
    fields.putObject("id").put("type", "string");
    fields.putObject("version").put("type", "integer").put("minimum", 0);
    fields.putObject("position").put("type", "integer").put("minimum", 0);
    fields.putObject("eventIds").put("type", "array").putObject("items").put("type", "string");
    schema.putArray("required").add("id").add("version").add("position").add("eventIds");
    return schema;
  }
}
