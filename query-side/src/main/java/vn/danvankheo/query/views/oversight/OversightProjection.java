package vn.danvankheo.query.views.oversight;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.oversight.OversightEvent;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.mongo.ViewIndex;
import vn.danvankheo.query.projecting.Emission;
import vn.danvankheo.query.projecting.Projection;
import vn.danvankheo.query.serving.Views;

/** Failed logins, exports, verifications: they have no state, each is an entry of the audit. */
public final class OversightProjection implements Projection<String> {
  @Override
  public String view() {
    return Views.OVERSIGHT;
  }

  @Override
  public int definition() {
    return 1;
  }

  @Override
  public Set<String> aggregateTypes() {
    return Set.of(OversightEvent.AGGREGATE_TYPE);
  }

  @Override
  public String documentId(String aggregateId) {
    return aggregateId;
  }

  @Override
  public String streamId(String documentId) {
    return documentId;
  }

  @Override
  public String fold(@Nullable String state, StoredEvent event) {
    return event.recorded().aggregateId();
  }

  @Override
  public BsonDocument document(String state) {
    return new BsonDocument("_id", new BsonString(state));
  }

  @Override
  public String state(BsonDocument document) {
    return document.getString("_id").getValue();
  }

  @Override
  public List<ViewIndex> indexes() {
    return List.of();
  }

  @Override
  public Map<String, List<ViewIndex>> parts() {
    return Map.of(AuditEntry.PART, AuditEntry.EMITTER.indexes());
  }

  @Override
  public List<Emission> emit(@Nullable String before, String after, StoredEvent event) {
    Record done = (Record) event.recorded().event();
    return List.of(AuditEntry.EMITTER.emission().of(null, done, event));
  }
}
