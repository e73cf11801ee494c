package vn.danvankheo.query.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that follow each other in the log for good: no event will ever appear between them.
 *
 * @param rows in the order of their positions, may be empty
 * @param full whether there may be more to read at once
 * @param heldSince when the first row was recorded that is held back until an open transaction has
 *     ended; null when none is
 */
public record LogPage(List<LogRow> rows, boolean full, @Nullable Instant heldSince) {
  /** Freezes the list. */
  public LogPage {
    rows = List.copyOf(rows);
  }

  /**
   * Whether rows behind these are held back.
   *
   * @return true while an open transaction may still put something before them
   */
  public boolean held() {
    return heldSince != null;
  }
}
