package vn.danvankheo.web.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV by RFC 4180 in UTF-8 with a byte order mark, without which spreadsheets take Vietnamese for
 * another encoding. Dates, instants and numbers are written as in JSON.
 */
public final class CsvTableWriter implements TableWriter {
  private final Writer out;
  private final int columns;

  /**
   * Begins a list and writes its headings.
   *
   * @param out where to
   * @param columns at least one
   * @throws IOException when the stream is gone
   */
  public CsvTableWriter(OutputStream out, List<TableColumn> columns) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.columns = columns.size();
    this.out.write('\uFEFF');
    row(columns.stream().map(TableColumn::heading).toList());
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
    }
    for (int i = 0; i < columns; i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(quoted(text(cells.get(i))));
    }
    out.write("\r\n");
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return SpreadsheetSafe.neutralise(text);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof Boolean
        || value instanceof LocalDate
        || value instanceof Instant) {
      return value.toString();
    }
    throw new IllegalArgumentException("No cell can hold a " + value.getClass().getName());
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
