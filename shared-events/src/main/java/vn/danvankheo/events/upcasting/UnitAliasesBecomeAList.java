package vn.danvankheo.events.upcasting;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code UnitRegistered} 1 kept other names in one text, parted by semicolons; 2 has a list. */
final class UnitAliasesBecomeAList implements Upcaster {
  @Override
  public String type() {
    return "UnitRegistered";
  }

  @Override
  public int fromRevision() {
    return 1;
  }

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    JsonNode old = payload.remove("alias");
    ArrayNode aliases = payload.putArray("aliases");
    if (old != null && old.isString()) {
      Stream.of(old.stringValue().split(";"))
          .map(String::strip)
          .filter(alias -> !alias.isEmpty())
          .forEach(aliases::add);
    }
    return payload;
  }
}
