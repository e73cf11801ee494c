package vn.danvankheo.query.projecting;

import java.util.Collection;
import vn.danvankheo.query.reading.LogRow;

/** Decides what becomes of a build that meets an event that can't be folded. */
@FunctionalInterface
public interface Poison {
  /** Ends the build. */
  Poison STOPS =
      (views, row, cause) -> {
        throw new BuildFailed(String.join(", ", views), row, cause);
      };

  /**
   * An event can't be folded. When this returns, the build goes on without the rest of its stream.
   * Called by several threads.
   *
   * @param views the views, with their definitions, that can't take it
   * @param row the event
   * @param cause why
   * @throws BuildFailed to end the build
   */
  void met(Collection<String> views, LogRow row, RuntimeException cause);
}
