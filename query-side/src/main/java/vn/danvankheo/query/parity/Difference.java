package vn.danvankheo.query.parity;

import org.jspecify.annotations.Nullable;

/**
 * One value in which two generations differ.
 *
 * @param part the further collection that the document lies in; empty for the view's own
 * @param document its id
 * @param path a JSON pointer into the document; empty when one generation lacks it altogether
 * @param old the value in the generation that is served, as it may be shown: personal values are
 *     hidden, long ones cut; null when there is none
 * @param now the value in the other one, alike
 */
public record Difference(
    String part, String document, String path, @Nullable Object old, @Nullable Object now) {
  /** What stands for a document in place of all its values. */
  static final String WHOLE = "{…}";

  /**
   * A document that is there on one side only, or differs altogether.
   *
   * @param part the further collection that it lies in; empty for the view's own
   * @param document its id
   * @param old whether it is there on the one side
   * @param now whether it is there on the other
   * @return the difference
   */
  public static Difference whole(String part, String document, boolean old, boolean now) {
    return new Difference(part, document, "", old ? WHOLE : null, now ? WHOLE : null);
  }
}
