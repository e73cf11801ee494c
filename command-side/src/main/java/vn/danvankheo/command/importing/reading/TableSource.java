package vn.danvankheo.command.importing.reading;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The rows of one table, read one at a time. */
public interface TableSource extends Closeable {
  /**
   * Reads the next row that holds something.
   *
   * @return empty at the end
   * @throws IOException when the file is gone
   * @throws UnreadableFile when the file is damaged or does harm
   */
  Optional<TableRow> next() throws IOException;
}
