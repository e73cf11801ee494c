package vn.danvankheo.web.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a list row by row, holding one row at a time; the headings are written first. */
public interface TableWriter extends Closeable {
  /**
   * Writes one row.
   *
   * @param cells one for each column: a string, an integer, a decimal, a boolean, a {@code
   *     LocalDate}, an {@code Instant}, or null for an empty cell
   * @throws IOException when the stream is gone
   * @throws IllegalArgumentException when there are not as many cells as columns, or one is of
   *     another type
   */
  void row(List<? extends @Nullable Object> cells) throws IOException;

  /** Completes the document; the stream beneath stays open for its owner to close. */
  @Override
  void close() throws IOException;
}
