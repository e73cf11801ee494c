package vn.danvankheo.query.projecting;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.mongo.Checkpoint;

/**
 * Decides what becomes of new generations that have caught up with the live ones. The leader's
 * thread asks between two pages, so nothing changes in any of them until it has answered; it is
 * asked again after every page until it decides, and has to be quick.
 */
@FunctionalInterface
public interface SwapGate {
  /** What becomes of them. */
  enum Decision {
    /** They follow the log beside the live ones. */
    WAIT,
    /** They take the place of the live ones, all between the same two pages. */
    SWAP,
    /** They are no longer followed; whoever handed them over drops them. */
    DROP
  }

  /**
   * A view's two generations.
   *
   * @param projection the view
   * @param green where the new one stands, at the live one's position
   * @param live where the live one stands; null when there is none
   */
  record Pair(Projection<?> projection, Checkpoint green, @Nullable Checkpoint live) {}

  /**
   * Decides.
   *
   * @param pairs all views that were handed over together
   * @return what becomes of all of them
   */
  Decision decide(List<Pair> pairs);

  /**
   * Asked by the leader's thread before every page, also while the generations have not caught up.
   *
   * @return true when nobody wants them any more: they are no longer followed, and whoever handed
   *     them over drops them
   */
  default boolean isGivenUp() {
    return false;
  }

  /**
   * Told after every page, by the leader's thread, what has been written while both generations
   * follow the log side by side.
   *
   * @param view the view
   * @param part the further collection; empty for the view's own
   * @param ids documents that one or both generations wrote
   */
  default void written(String view, String part, Collection<String> ids) {}

  /**
   * Asked when the generations are swapped.
   *
   * @return true when every document is known to be the same as in those that were read before
   */
  default boolean isSame() {
    return false;
  }

  /** Told after the swap, when readers are sent to the new generations. */
  default void swapped() {}
}
