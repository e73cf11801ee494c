package vn.danvankheo.query.reporting;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.query.personal.OpenedTexts;
import vn.danvankheo.query.reporting.domain.ReportContent;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.views.reports.IssuedReport;
import vn.danvankheo.web.endpoint.Exchange;

/** Reports as they are answered. */
final class ReportJson {
  private ReportJson() {}

  /** Answers with a report as it is written: its rows may be too many to be held once more. */
  static void write(Exchange exchange, ObjectNode report) throws IOException {
    exchange.response().setStatus(200);
    exchange.response().setContentType("application/json");
    EventJson.shown().writeValue(exchange.response().getOutputStream(), report);
  }

  static ObjectNode draft(
      ReportScope scope,
      int definitionVersion,
      GeneratedReport draft,
      OpenedTexts words,
      List<DraftNotice> notices,
      String receipt) {
    ObjectNode json = head(scope, draft.position(), definitionVersion, draft.digest());
    json.putPOJO("content", draft.report().content());
    names(json, draft, words);
    json.set("notices", EventJson.shown().valueToTree(notices));
    return json.put("receipt", receipt);
  }

  static ObjectNode item(IssuedReport issued) {
    ReportState report = issued.report();
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", report.id());
    json.setAll(
        head(report.scope(), report.position(), report.definitionVersion(), report.digest()));
    json.put("number", report.number()).put("issuedOn", report.issuedOn().toString());
    json.put("signerPosition", report.signerPosition());
    json.set("issuedBy", EventJson.shown().valueToTree(issued.issuedBy()));
    json.put("issuedAt", report.issuedAt().toString());
    if (report.checkpoint() != null) {
      json.put("checkpoint", report.checkpoint());
    }
    return json;
  }

  /** An issued report with its content as it comes out of the events now. */
  static ObjectNode one(IssuedReport issued, GeneratedReport again, OpenedTexts words) {
    ObjectNode json = item(issued);
    json.set("texts", EventJson.shown().valueToTree(issued.report().texts()));
    json.putPOJO("content", again.report().content());
    names(json, again, words);
    json.put("verified", again.digest().equals(issued.report().digest()));
    return json.put("regeneratedDigest", again.digest());
  }

  private static ObjectNode head(
      ReportScope scope, long position, int definitionVersion, String digest) {
    ObjectNode json = EventJson.shown().valueToTree(scope);
    json.put("position", position).put("definitionVersion", definitionVersion);
    return json.put("digest", digest);
  }

  private static void names(ObjectNode json, GeneratedReport report, OpenedTexts words) {
    ObjectNode names = json.putObject("names");
    report.report().names().forEach((place, name) -> names.put(place, words.apply(name)));
  }

  static ObjectNode draftSchema() {
    ObjectNode schema = contentSchema(headSchema());
    ObjectNode properties = properties(schema);
    ObjectNode notices = RecordSchema.type("array");
    notices.set("items", RecordSchema.of(DraftNotice.class));
    properties.set("notices", notices);
    properties.set("receipt", RecordSchema.type("string"));
    return schema;
  }

  static ObjectNode itemSchema() {
    ObjectNode schema = headSchema();
    ObjectNode properties = properties(schema);
    for (String text : new String[] {"id", "number", "signerPosition", "checkpoint"}) {
      properties.set(text, RecordSchema.type("string"));
    }
    properties.set("issuedOn", RecordSchema.type("string").put("format", "date"));
    properties.set("issuedAt", RecordSchema.type("string").put("format", "date-time"));
    properties.set("issuedBy", RecordSchema.of(Actor.class));
    return schema;
  }

  static ObjectNode oneSchema() {
    ObjectNode schema = contentSchema(itemSchema());
    ObjectNode properties = properties(schema);
    properties.set("texts", RecordSchema.of(ReportState.class).at("/properties/texts"));
    properties.set("verified", RecordSchema.type("boolean"));
    properties.set("regeneratedDigest", RecordSchema.type("string"));
    return schema;
  }

  private static ObjectNode headSchema() {
    ObjectNode schema = RecordSchema.of(ReportScope.class);
    ObjectNode properties = properties(schema);
    properties.set("position", RecordSchema.type("integer"));
    properties.set("definitionVersion", RecordSchema.type("integer"));
    properties.set("digest", RecordSchema.type("string"));
    return schema;
  }

  private static ObjectNode contentSchema(ObjectNode schema) {
    ObjectNode properties = properties(schema);
    properties.set("content", RecordSchema.of(ReportContent.class));
    ObjectNode names = RecordSchema.type("object");
    names.set("additionalProperties", RecordSchema.type("string"));
    properties.set("names", names);
    return schema;
  }

  private static ObjectNode properties(ObjectNode schema) {
    return (ObjectNode) schema.get("properties");
  }
}
