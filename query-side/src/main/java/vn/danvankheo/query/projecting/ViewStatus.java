package vn.danvankheo.query.projecting;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.mongo.Checkpoint;

/**
 * How a view stands, as this process knows it.
 *
 * @param view the view's name
 * @param collection where its documents are; null until it can be asked
 * @param position everything up to this log position is in it, maybe more
 * @param changedAt the position of the last event that changed any document
 * @param parked how many documents stay as they were before an event that can't be folded
 * @param mended how often a document was made anew, which no position tells
 */
public record ViewStatus(
    String view,
    @Nullable String collection,
    long position,
    long changedAt,
    int parked,
    long mended) {

  static ViewStatus building(String view) {
    return new ViewStatus(view, null, 0, 0, 0, 0);
  }

  static ViewStatus of(String view, Checkpoint at) {
    return new ViewStatus(
        view, at.collection(), at.position(), at.changedAt(), at.parked(), at.mended());
  }

  /**
   * Where a further collection of the view is.
   *
   * @param part its name
   * @return null until it can be asked
   */
  public @Nullable String collection(String part) {
    return collection == null ? null : ViewFolding.partOf(collection, part);
  }

  /**
   * Whether it can be asked.
   *
   * @return true once it was built
   */
  public boolean served() {
    return collection != null;
  }
}
