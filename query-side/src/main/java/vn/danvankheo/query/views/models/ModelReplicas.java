package vn.danvankheo.query.views.models;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import vn.danvankheo.events.state.Replica;
import vn.danvankheo.query.views.replications.Takeovers;

/** Shows models with where they were taken over, which their own events don't tell. */
final class ModelReplicas {
  private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();

  private ModelReplicas() {}

  /**
   * A model, or what lists show of one, with its takeovers.
   *
   * @param model as its own events made it
   * @param takeovers those of the same time
   * @return the same document when there are none
   */
  static RawBsonDocument with(RawBsonDocument model, Takeovers takeovers) {
    List<Replica> replicas = takeovers.of(model.getString("_id").getValue());
    if (replicas.isEmpty()) {
      return model;
    }
    BsonDocument shown = model.decode(DOCUMENTS);
    BsonDocument counts = shown.getDocument("_counts");
    int own = counts.getNumber("replicas").intValue();
    counts.put("replicas", new BsonInt32(own + replicas.size()));
    if (shown.containsKey("replicas")) {
      replicas.forEach(replica -> shown.getArray("replicas").add(document(replica)));
    }
    return new RawBsonDocument(shown, DOCUMENTS);
  }

  private static BsonDocument document(Replica replica) {
    return new BsonDocument("id", new BsonString(replica.id()))
        .append("unitCode", new BsonString(replica.unitCode()))
        .append("year", new BsonInt32(replica.year()));
  }
}
