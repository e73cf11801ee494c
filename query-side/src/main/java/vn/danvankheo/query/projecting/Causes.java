package vn.danvankheo.query.projecting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Tells of failures without their messages, which may quote an event. */
final class Causes {
  private Causes() {}

  /** The class of what began it. */
  static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }

  /** The classes of a failure and its causes, each with the places of ours that it passed. */
  static String of(Throwable failure) {
    List<String> causes = new ArrayList<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      causes.add(
          cause.getClass().getName()
              + Arrays.stream(cause.getStackTrace())
                  .filter(frame -> frame.getClassName().startsWith("vn.danvankheo"))
                  .limit(3)
                  .map(frame -> " at " + frame)
                  .collect(Collectors.joining()));
    }
    return String.join(", caused by ", causes);
  }
}
