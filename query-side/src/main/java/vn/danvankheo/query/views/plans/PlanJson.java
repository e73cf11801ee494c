package vn.danvankheo.query.views.plans;

import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.query.mongo.RecordCodec;
import vn.danvankheo.query.serving.RecordSchema;

/** Plans as they are answered: what they say, and the usual rules where they say nothing. */
final class PlanJson {
  private static final RecordCodec<PlanContent> CODEC = new RecordCodec<>(PlanContent.class);

  private PlanJson() {}

  static BsonDocument of(PlanState plan) {
    BsonDocument document = new BsonDocument("code", new BsonString(plan.code()));
    document.put("version", new BsonInt64(plan.version()));
    document.putAll(CODEC.encode(inForce(plan)));
    document.put("updatedAt", new BsonDateTime(plan.updatedAt().toEpochMilli()));
    return document;
  }

  private static PlanContent inForce(PlanState plan) {
    PlanContent said = plan.content();
    return new PlanContent(
        said.unitCode(),
        said.year(),
        said.number(),
        said.issuedOn(),
        said.issuer(),
        said.title(),
        said.registrationDueOn(),
        said.midYearReportDueOn(),
        said.finalReportDueOn(),
        said.legalBases(),
        said.focusTasks(),
        plan.criteria(),
        plan.ratings(),
        plan.passingMark(),
        said.modelsPerUnitMin(),
        plan.selfApprovalAllowed(),
        plan.periodShare(),
        said.entitledIssuers());
  }

  static ObjectNode schema() {
    ObjectNode schema = RecordSchema.of(PlanContent.class);
    ObjectNode properties = (ObjectNode) schema.get("properties");
    properties.set("code", RecordSchema.type("string"));
    properties.set("version", RecordSchema.type("integer"));
    properties.set("updatedAt", RecordSchema.type("string").put("format", "date-time"));
    return schema;
  }
}
