package vn.danvankheo.query.reading;

import java.util.List;

/**
 * Rows that follow each other in the log for good: no event will ever appear between them.
 *
 * @param rows in the order of their positions, may be empty
 * @param full whether there may be more to read at once
 * @param held whether rows behind these are held back until an open transaction has ended
 */
public record LogPage(List<LogRow> rows, boolean full, boolean held) {
  /** Freezes the list. */
  public LogPage {
    rows = List.copyOf(rows);
  }
}
