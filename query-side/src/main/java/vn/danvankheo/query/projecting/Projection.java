package vn.danvankheo.query.projecting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.query.mongo.ViewIndex;

/**
 * How a view comes out of the events: a pure fold of each document, and a description of where the
 * documents are kept. It knows no store, so that whatever drives it gets the same documents.
 *
 * @param <S> what a document is folded in
 */
public interface Projection<S> {
  /**
   * The view's name.
   *
   * @return such as {@code models}
   */
  String view();

  /**
   * The version of this definition; a new one makes the view be built anew beside the old.
   *
   * @return from 1
   */
  int definition();

  /**
   * The oldest definition whose documents the queries of this release can read. While this
   * definition is being built, a generation of that one or a newer one is read, if there is any.
   *
   * @return at most {@link #definition}, which it is unless an older one has the same fields
   */
  default int readable() {
    return definition();
  }

  /**
   * The types of aggregates whose events it takes; all others never reach it.
   *
   * @return stored names
   */
  Set<String> aggregateTypes();

  /**
   * The document that a stream's events change, whatever they are.
   *
   * @param aggregateId the id of a stream of one of the types
   * @return the document's id
   */
  String documentId(String aggregateId);

  /**
   * The stream that a document is folded from, and from no other.
   *
   * @param documentId the document's id
   * @return the stream's id
   */
  String streamId(String documentId);

  /**
   * Applies one event.
   *
   * @param state the document's state before; null before its first event
   * @param event the event
   * @return the state after
   */
  S fold(@Nullable S state, StoredEvent event);

  /**
   * Writes a state as a document.
   *
   * @param state the state
   * @return a new document with its {@code _id}
   */
  BsonDocument document(S state);

  /**
   * Reads a state back.
   *
   * @param document a document of this definition
   * @return the state it was made from
   */
  S state(BsonDocument document);

  /**
   * What the queries on this view need.
   *
   * @return indexes besides that of {@code _id}
   */
  List<ViewIndex> indexes();

  /**
   * Further collections of the same generation, for documents that single events give.
   *
   * @return the indexes of each, by a short name in small letters
   */
  default Map<String, List<ViewIndex>> parts() {
    return Map.of();
  }

  /**
   * What one event gives for the further collections. It may be asked again for an event that was
   * written already, so the same event always has to give the same.
   *
   * @param before the document's state before the event; null before its first
   * @param after the state after it
   * @param event the event
   * @return new documents of {@link #parts}
   */
  default List<Emission> emit(@Nullable S before, S after, StoredEvent event) {
    return List.of();
  }

  /**
   * The name of the view with its definition.
   *
   * @return such as {@code models_1}
   */
  default String name() {
    return view() + "_" + definition();
  }
}
