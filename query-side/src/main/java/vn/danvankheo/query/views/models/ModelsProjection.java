package vn.danvankheo.query.views.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.state.ModelFold;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.mongo.ViewIndex;
import vn.danvankheo.query.projecting.Emission;
import vn.danvankheo.query.projecting.Projection;
import vn.danvankheo.query.serving.Views;

/** Models: one document each, and one for every version of each and one for each event. */
public final class ModelsProjection implements Projection<ModelState> {
  @Override
  public String view() {
    return Views.MODELS;
  }

  @Override
  public int definition() {
    return 8;
  }

  @Override
  public Set<String> aggregateTypes() {
    return Set.of("model");
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
  public ModelState fold(@Nullable ModelState state, StoredEvent event) {
    Recorded<?> r = event.recorded();
    ModelEvent change = (ModelEvent) r.event();
    return ModelFold.apply(state, new Recorded<>(r.aggregateId(), r.version(), r.at(), change));
  }

  @Override
  public Map<String, List<ViewIndex>> parts() {
    return Map.of(
        ModelVersion.PART, ModelVersion.INDEXES, AuditEntry.PART, AuditEntry.EMITTER.indexes());
  }

  @Override
  public List<Emission> emit(@Nullable ModelState before, ModelState after, StoredEvent event) {
    List<Emission> emissions = new ArrayList<>(ModelVersion.of(before, after));
    emissions.add(AuditEntry.EMITTER.emission().of(before, after, event));
    return emissions;
  }

  @Override
  public BsonDocument document(ModelState state) {
    return ModelDocument.present(state);
  }

  @Override
  public ModelState state(BsonDocument document) {
    return ModelDocument.state(document);
  }

  @Override
  public List<ViewIndex> indexes() {
    return List.of(
        ViewIndex.on("-createdAt", "-_id"),
        ViewIndex.on("-updatedAt", "-_id"),
        ViewIndex.on("_sortTitle", "_id"),
        ViewIndex.on("_sortCode", "_id"),
        ViewIndex.on("unitCode", "-createdAt", "-_id"),
        ViewIndex.on("status", "-createdAt", "-_id"),
        ViewIndex.on("field", "-createdAt", "-_id"),
        ViewIndex.on("nationalField", "-createdAt", "-_id"),
        ViewIndex.on("subjectKind", "-createdAt", "-_id"),
        ViewIndex.on("_tags", "-createdAt", "-_id"),
        ViewIndex.on("_words"),
        ViewIndex.on(SimilarStore.ALIKE),
        ViewIndex.on("replicatedFrom.id"),
        ViewIndex.on("_dueOn"),
        ViewIndex.on("-_recognizedOn", "-_id"));
  }
}
