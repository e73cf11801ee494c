package vn.danvankheo.command.execution;

import java.util.List;

/** At least one of several commands that belong together was refused, so none was carried out. */
public final class BulkRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<RowOutcome> rows;

  BulkRefused(List<RowOutcome> rows) {
    super("Refused as a whole", null, false, false);
    this.rows = List.copyOf(rows);
  }

  /**
   * Every command's outcome.
   *
   * @return in the order they were given; results of rows that alone would have gone through have
   *     neither result nor refusal
   */
  public List<RowOutcome> rows() {
    return rows;
  }
}
