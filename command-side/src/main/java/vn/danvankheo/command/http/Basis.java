package vn.danvankheo.command.http;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documents a command rests on, in one line as officials write it. A plan or report is not its
 * own basis.
 */
public final class Basis {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private Basis() {}

  /**
   * Reads it from a body.
   *
   * @param body a cleaned body
   * @return null when it names no document
   */
  public static @Nullable String of(ObjectNode body) {
    if (body.path("decision").isObject()) {
      return document(body.get("decision"), "number");
    }
    if (body.path("basis").isObject()) {
      return document(body.get("basis"), "code");
    }
    List<String> codes = new ArrayList<>();
    for (JsonNode each : body.path("legalBases")) {
      JsonNode code = each.isObject() ? each.path("code") : each;
      if (code.isString()) {
        codes.add(code.stringValue());
      }
    }
    return codes.isEmpty() ? null : String.join("; ", codes);
  }

  private static String document(JsonNode document, String number) {
    StringBuilder line = new StringBuilder(document.path(number).asString());
    if (document.path("issuedOn").isString()) {
      LocalDate day = LocalDate.parse(document.get("issuedOn").stringValue());
      line.append(" ngày ").append(day.format(DAY));
    }
    if (document.path("issuer").isString()) {
      line.append(", ").append(document.get("issuer").stringValue());
    }
    return line.toString();
  }
}
