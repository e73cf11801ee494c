package vn.danvankheo.query.mongo;

import java.util.List;

/**
 * An index of a view.
 *
 * @param fields names in their order, a leading {@code -} for descending
 */
public record ViewIndex(List<String> fields) {
  /** Freezes the list. */
  public ViewIndex {
    fields = List.copyOf(fields);
  }

  /**
   * Describes an index.
   *
   * @param fields names in their order, a leading {@code -} for descending
   * @return the description
   */
  public static ViewIndex on(String... fields) {
    return new ViewIndex(List.of(fields));
  }
}
