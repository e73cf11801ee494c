package vn.danvankheo.web.validation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A day that exists, within two and a half centuries. */
final class DateSchema extends Schema {
  private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2150, 12, 31);

  @Override
  @Nullable JsonNode clean(JsonNode node, Pointer at, Faults faults) {
    LocalDate day = node.isString() ? parse(node.stringValue()) : null;
    if (day == null) {
      faults.add(at, "INVALID_DATE");
      return null;
    }
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      faults.add(at, "OUT_OF_RANGE", Map.of("min", FIRST, "max", LAST));
      return null;
    }
    return node;
  }

  private static @Nullable LocalDate parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException impossible) {
      return null;
    }
  }

  @Override
  public ObjectNode describe() {
    return type("string").put("format", "date");
  }
}
