package vn.danvankheo.query.testing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Patch written down naively from RFC 6902, as somebody else's program would have it. */
public final class PatchApplied {
  private PatchApplied() {}

  /** The document after all operations; none may be about something that is not there. */
  public static JsonNode to(JsonNode document, JsonNode patch) {
    JsonNode result = document.deepCopy();
    for (JsonNode operation : patch) {
      String path = operation.get("path").stringValue();
      int last = path.lastIndexOf('/');
      JsonNode parent = result.at(path.substring(0, last));
      String name = path.substring(last + 1).replace("~1", "/").replace("~0", "~");
      String op = operation.get("op").stringValue();
      if (parent instanceof ObjectNode object) {
        if (!op.equals("add") && !object.has(name)) {
          throw new IllegalStateException("There is no " + path);
        }
        if (op.equals("remove")) {
          object.remove(name);
        } else {
          object.set(name, operation.get("value"));
        }
      } else {
        change((ArrayNode) parent, op, name, operation.get("value"));
      }
    }
    return result;
  }

  private static void change(ArrayNode list, String op, String name, JsonNode value) {
    if (op.equals("add")) {
      list.insert(name.equals("-") ? list.size() : Integer.parseInt(name), value);
      return;
    }
    int index = Integer.parseInt(name);
    if (index >= list.size()) {
      throw new IllegalStateException("There is no item " + index);
    }
    if (op.equals("remove")) {
      list.remove(index);
    } else {
      list.set(index, value);
    }
  }
}
