package vn.danvankheo.query.views.units;

import java.time.LocalDate;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.query.mongo.RecordCodec;
import vn.danvankheo.query.serving.RecordSchema;

/** Units as they are answered: as they are on a day, with their whole history. */
final class UnitJson {
  private static final RecordCodec<UnitState> CODEC = new RecordCodec<>(UnitState.class);

  private UnitJson() {}

  static BsonDocument of(UnitState unit, LocalDate day) {
    BsonDocument document = new BsonDocument("code", new BsonString(unit.code()));
    document.put("name", new BsonString(unit.nameOn(day)));
    String parent = unit.parentOn(day);
    document.put("parentCode", parent == null ? BsonNull.VALUE : new BsonString(parent));
    document.put("alive", BsonBoolean.valueOf(unit.aliveOn(day)));
    document.putAll(CODEC.encode(unit));
    return document;
  }

  static ObjectNode schema() {
    ObjectNode schema = RecordSchema.of(UnitState.class);
    ObjectNode properties = (ObjectNode) schema.get("properties");
    properties.set("name", RecordSchema.type("string"));
    properties.putObject("parentCode").putArray("type").add("string").add("null");
    properties.set("alive", RecordSchema.type("boolean"));
    return schema;
  }
}
