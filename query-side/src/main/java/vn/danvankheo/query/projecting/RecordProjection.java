package vn.danvankheo.query.projecting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.query.mongo.RecordCodec;
import vn.danvankheo.query.mongo.ViewIndex;

/**
 * A view of small aggregates of one type, each kept as it is after its events. The document's id is
 * the stream's id without the type before it; all components of the state are fields.
 *
 * @param <S> the state
 * @param <E> the event family
 */
public final class RecordProjection<S extends Record, E extends DomainEvent>
    implements Projection<S> {
  private final String view;
  private final int definition;
  private final String aggregateType;
  private final Class<E> family;
  private final BiFunction<@Nullable S, Recorded<E>, S> fold;
  private final Function<S, String> id;
  private final RecordCodec<S> codec;
  private final List<ViewIndex> indexes;
  private final List<Emitter> emitters = new ArrayList<>();

  /**
   * Describes a view.
   *
   * @param view its name
   * @param definition its version, from 1
   * @param aggregateType the stored name of the aggregates' type
   * @param state the state's class
   * @param family the events' class
   * @param fold the state's own fold
   * @param id the document's id of a state
   * @param indexes the indexes that queries need
   */
  public RecordProjection(
      String view,
      int definition,
      String aggregateType,
      Class<S> state,
      Class<E> family,
      BiFunction<@Nullable S, Recorded<E>, S> fold,
      Function<S, String> id,
      List<ViewIndex> indexes) {
    this.view = view;
    this.definition = definition;
    this.aggregateType = aggregateType;
    this.family = family;
    this.fold = fold;
    this.id = id;
    this.codec = new RecordCodec<>(state);
    this.indexes = List.copyOf(indexes);
  }

  /**
   * Keeps every version beside the states, for a {@link RecordHistory}.
   *
   * @return this
   */
  public RecordProjection<S, E> keepingVersions() {
    Emitter.Maker version =
        (before, after, event) ->
            RecordHistory.begun(
                documentId(event.recorded().aggregateId()), event.recorded(), encode(after));
    return with(new Emitter(RecordHistory.PART, List.of(), version));
  }

  /**
   * Gives a further document for every event.
   *
   * @param emitter makes it
   * @return this
   */
  public RecordProjection<S, E> with(Emitter emitter) {
    emitters.add(emitter);
    return this;
  }

  @Override
  public Map<String, List<ViewIndex>> parts() {
    return emitters.stream().collect(Collectors.toMap(Emitter::part, Emitter::indexes));
  }

  @Override
  public List<Emission> emit(@Nullable S before, S after, StoredEvent event) {
    return emitters.stream().map(emitter -> emitter.emission().of(before, after, event)).toList();
  }

  @SuppressWarnings("unchecked")
  private BsonDocument encode(Record state) {
    return codec.encode((S) state);
  }

  @Override
  public String view() {
    return view;
  }

  @Override
  public int definition() {
    return definition;
  }

  @Override
  public Set<String> aggregateTypes() {
    return Set.of(aggregateType);
  }

  @Override
  public String documentId(String aggregateId) {
    return aggregateId.substring(aggregateType.length() + 1);
  }

  @Override
  public String streamId(String documentId) {
    return aggregateType + ":" + documentId;
  }

  @Override
  public S fold(@Nullable S state, StoredEvent event) {
    Recorded<?> r = event.recorded();
    E change = family.cast(r.event());
    return fold.apply(state, new Recorded<>(r.aggregateId(), r.version(), r.at(), change));
  }

  @Override
  public BsonDocument document(S state) {
    BsonDocument document = new BsonDocument("_id", new BsonString(id.apply(state)));
    document.putAll(codec.encode(state));
    return document;
  }

  @Override
  public S state(BsonDocument document) {
    return codec.decode(document);
  }

  @Override
  public List<ViewIndex> indexes() {
    return indexes;
  }
}
