package vn.danvankheo.query.mongo;

import org.jspecify.annotations.Nullable;

/**
 * How far a view is.
 *
 * @param view the view with its definition version, such as {@code models_1}
 * @param collection where its documents are
 * @param eventStoreId the event store they were folded from
 * @param position the log position up to which they reflect everything
 * @param eventId the event at that position; null at the beginning
 * @param changedAt the position of the last event that changed any document
 * @param failure why it stays there; null while it goes on
 */
public record Checkpoint(
    String view,
    String collection,
    String eventStoreId,
    long position,
    @Nullable String eventId,
    long changedAt,
    @Nullable String failure) {

  /**
   * The beginning of a view.
   *
   * @param view the view with its definition version
   * @param collection where its documents are going to be
   * @param eventStoreId the event store they will be folded from
   * @return a checkpoint before every event
   */
  public static Checkpoint start(String view, String collection, String eventStoreId) {
    return new Checkpoint(view, collection, eventStoreId, 0, null, 0, null);
  }

  /**
   * Everything up to an event is in.
   *
   * @param newPosition its position
   * @param newEventId its id
   * @return the checkpoint there
   */
  public Checkpoint at(long newPosition, String newEventId) {
    return new Checkpoint(
        view, collection, eventStoreId, newPosition, newEventId, changedAt, failure);
  }

  /**
   * An event changed a document.
   *
   * @param byPosition its position
   * @return the same checkpoint with that
   */
  public Checkpoint changed(long byPosition) {
    return new Checkpoint(view, collection, eventStoreId, position, eventId, byPosition, failure);
  }

  /**
   * The view stays or goes on.
   *
   * @param why why it stays; null to go on
   * @return the same checkpoint with that
   */
  public Checkpoint failed(@Nullable String why) {
    return new Checkpoint(view, collection, eventStoreId, position, eventId, changedAt, why);
  }
}
