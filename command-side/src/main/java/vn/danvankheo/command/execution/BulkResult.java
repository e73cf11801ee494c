package vn.danvankheo.command.execution;

import java.util.List;

/**
 * What several commands came to.
 *
 * @param position the place in the log of the request's last event; 0 when nothing was appended
 * @param rows one outcome for each command, in the order they were given
 */
public record BulkResult(long position, List<RowOutcome> rows) {
  /** Keeps its own copy of the list. */
  public BulkResult {
    rows = List.copyOf(rows);
  }
}
