package vn.danvankheo.web.query;

/**
 * One key of an order.
 *
 * @param field the field's name
 * @param descending whether the greatest comes first
 */
public record SortField(String field, boolean descending) {
  static SortField of(String part) {
    return part.startsWith("-")
        ? new SortField(part.substring(1), true)
        : new SortField(part, false);
  }
}
