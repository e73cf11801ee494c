package vn.danvankheo.query.views.models;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.query.mongo.Validity;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;

/** Where lists and figures take models from: as they are, or as they stood at a moment. */
public final class ModelSource {
  private final String collection;
  private final Optional<Instant> moment;

  private ModelSource(String collection, Optional<Instant> moment) {
    this.collection = collection;
    this.moment = moment;
  }

  /**
   * Chooses by the moment that is asked for.
   *
   * @param gate where the views were entered
   * @param asOf the moment; empty for now
   * @return where to look
   */
  public static ModelSource of(ViewGate gate, Optional<Instant> asOf) {
    return asOf.isPresent()
        ? new ModelSource(gate.collection(Views.MODELS, ModelVersion.PART), asOf)
        : present(gate.collection(Views.MODELS));
  }

  /**
   * Models as they are.
   *
   * @param collection the view's collection
   * @return where to look
   */
  public static ModelSource present(String collection) {
    return new ModelSource(collection, Optional.empty());
  }

  /**
   * Models as they stood.
   *
   * @param collection the collection of versions
   * @param moment when
   * @return where to look
   */
  public static ModelSource asOf(String collection, Instant moment) {
    return new ModelSource(collection, Optional.of(moment));
  }

  /**
   * The collection to ask.
   *
   * @return its name
   */
  public String collection() {
    return collection;
  }

  /**
   * Makes a filter ask for this moment alone.
   *
   * @param filter which models
   * @return the same of this moment
   */
  public BsonDocument only(BsonDocument filter) {
    if (moment.isEmpty()) {
      return filter;
    }
    BsonDocument then = Validity.at(moment.get());
    then.putAll(filter);
    return then;
  }

  /**
   * What the store gave, as lists show it.
   *
   * @param found as it came from the store
   * @return a document with what lists show
   */
  public RawBsonDocument shown(RawBsonDocument found) {
    return moment.isPresent() ? ModelVersion.shown(found) : found;
  }

  /** What the store gave, as a state without its long texts. */
  ModelState state(RawBsonDocument found) {
    return moment.isPresent() ? ModelVersion.state(found) : ModelStore.state(found);
  }

  /**
   * Whether models are looked at as they stood.
   *
   * @return false for now
   */
  public boolean past() {
    return moment.isPresent();
  }

  /**
   * What to ask the store for so that it can be shown in a list.
   *
   * @param keys the fields that the list is ordered by
   * @return a projection
   */
  public BsonDocument listFields(Collection<String> keys) {
    if (moment.isEmpty()) {
      return ModelStore.listFields();
    }
    BsonDocument fields = new BsonDocument(ModelVersion.SHOWN, ModelStore.TAKEN);
    keys.forEach(key -> fields.put(key, ModelStore.TAKEN));
    return fields;
  }
}
