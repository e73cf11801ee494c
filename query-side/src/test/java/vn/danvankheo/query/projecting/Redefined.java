package vn.danvankheo.query.projecting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.query.mongo.ViewIndex;

/** A projection with another definition, or with a fault. */
class Redefined<S> implements Projection<S> {
  private final Projection<S> base;
  private final int definition;

  Redefined(Projection<S> base, int definition) {
    this.base = base;
    this.definition = definition;
  }

  @Override
  public String view() {
    return base.view();
  }

  @Override
  public int definition() {
    return definition;
  }

  @Override
  public Set<String> aggregateTypes() {
    return base.aggregateTypes();
  }

  @Override
  public String documentId(String aggregateId) {
    return base.documentId(aggregateId);
  }

  @Override
  public String streamId(String documentId) {
    return base.streamId(documentId);
  }

  @Override
  public S fold(@Nullable S state, StoredEvent event) {
    return base.fold(state, event);
  }

  @Override
  public BsonDocument document(S state) {
    return base.document(state);
  }

  @Override
  public S state(BsonDocument document) {
    return base.state(document);
  }

  @Override
  public List<ViewIndex> indexes() {
    return base.indexes();
  }

  @Override
  public Map<String, List<ViewIndex>> parts() {
    return base.parts();
  }

  @Override
  public List<Emission> emit(@Nullable S before, S after, StoredEvent event) {
    return base.emit(before, after, event);
  }
}
