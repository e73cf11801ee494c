package vn.danvankheo.command.execution;

import java.util.List;

/** Ends a rehearsal with what it found out, so that its transaction is rolled back. */
final class Rehearsed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<RowOutcome> rows;

  Rehearsed(List<RowOutcome> rows) {
    super("Only rehearsed", null, false, false);
    this.rows = List.copyOf(rows);
  }

  List<RowOutcome> rows() {
    return rows;
  }
}
