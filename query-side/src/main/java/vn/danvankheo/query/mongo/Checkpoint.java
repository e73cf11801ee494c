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
 * @param parked how many documents wait, because an event of theirs can't be folded
 * @param mended how often documents became others without an event of theirs: made anew, or swapped
 */
public record Checkpoint(
    String view,
    String collection,
    String eventStoreId,
    long position,
    @Nullable String eventId,
    long changedAt,
    int parked,
    long mended) {

  /**
   * The beginning of a view.
   *
   * @param view the view with its definition version
   * @param collection where its documents are going to be
   * @param eventStoreId the event store they will be folded from
   * @return a checkpoint before every event
   */
  public static Checkpoint start(String view, String collection, String eventStoreId) {
    return new Checkpoint(view, collection, eventStoreId, 0, null, 0, 0, 0);
  }

  /**
   * Everything up to an event is in.
   *
   * @param newPosition its position
   * @param newEventId its id; null at the beginning
   * @return the checkpoint there
   */
  public Checkpoint at(long newPosition, @Nullable String newEventId) {
    return new Checkpoint(
        view, collection, eventStoreId, newPosition, newEventId, changedAt, parked, mended);
  }

  /**
   * An event changed a document.
   *
   * @param byPosition its position
   * @return the same checkpoint with that
   */
  public Checkpoint changed(long byPosition) {
    return new Checkpoint(
        view, collection, eventStoreId, position, eventId, byPosition, parked, mended);
  }

  /**
   * Documents wait, or no longer.
   *
   * @param documents how many, 0 or more
   * @return the same checkpoint with that
   */
  public Checkpoint parked(int documents) {
    return new Checkpoint(
        view, collection, eventStoreId, position, eventId, changedAt, documents, mended);
  }

  /**
   * Documents were made anew, at no new position.
   *
   * @param times how often in all, 0 or more
   * @return the same checkpoint, told from the one before
   */
  public Checkpoint mended(long times) {
    return new Checkpoint(
        view, collection, eventStoreId, position, eventId, changedAt, parked, times);
  }
}
