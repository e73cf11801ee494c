package vn.danvankheo.command.importing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.importing.reading.TableCell;
import vn.danvankheo.command.importing.reading.TableFile;
import vn.danvankheo.command.importing.reading.TableRow;
import vn.danvankheo.command.importing.reading.TableSource;
import vn.danvankheo.command.importing.reading.UnreadableFile;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.web.importing.CellFault;
import vn.danvankheo.web.importing.ImportColumn;
import vn.danvankheo.web.importing.ImportColumn.Kind;
import vn.danvankheo.web.importing.ModelTemplate;

/**
 * Reads a file by the form, row by row, holding one row at a time. It looks for the headings in the
 * first rows of each table; blank rows, the example, repeated headings and a row that only numbers
 * the columns are left out.
 */
public final class RowReader implements Closeable {
  /** What a file may have below its headings. */
  public static final int MOST_ROWS = 200_000;

  private static final int HEADINGS_WITHIN = 50;

  private final TableFile file;
  private final CellReader cells;
  private @Nullable TableSource source;
  private @Nullable Headings headings;
  private int rows;

  private RowReader(TableFile file) {
    this.file = file;
    this.cells = new CellReader(file.dayZero());
  }

  /**
   * Opens a file and finds its headings.
   *
   * @param path where it is; an XLSX or CSV file by its content
   * @return a reader of its rows
   * @throws IOException when it can't be read
   * @throws UnreadableFile when it is no such file, or no table in it has the form's headings
   */
  public static RowReader open(Path path) throws IOException {
    RowReader reader = new RowReader(TableFile.open(path));
    boolean done = false;
    try {
      reader.findHeadings();
      done = true;
      return reader;
    } finally {
      if (!done) {
        reader.close();
      }
    }
  }

  private void findHeadings() throws IOException {
    for (String table : file.tables()) {
      TableSource candidate = file.read(table);
      source = candidate;
      for (int i = 0; i < HEADINGS_WITHIN; i++) {
        Optional<TableRow> row = candidate.next();
        if (row.isEmpty()) {
          break;
        }
        Optional<Headings> found = Headings.in(RowTexts.of(row.get(), file.alphabet()).row());
        if (found.isPresent()) {
          headings = found.get();
          return;
        }
      }
      candidate.close();
    }
    throw new UnreadableFile(UnreadableFile.Reason.NO_HEADINGS);
  }

  private Headings headings() {
    if (headings == null) {
      throw new IllegalStateException("Not opened");
    }
    return headings;
  }

  /**
   * What is wrong with the headings; with any of these no row should be taken.
   *
   * @return headings that the form has not, has twice or lacks
   */
  public List<CellFault> headingFaults() {
    return headings().faults();
  }

  /**
   * Reads the next row.
   *
   * @return empty at the end
   * @throws IOException when the file is gone
   * @throws UnreadableFile when the file is damaged, does harm or is too long
   */
  public Optional<ImportRow> next() throws IOException {
    Optional<TableRow> row = nextKept();
    return row.map(kept -> read(RowTexts.of(kept, file.alphabet())));
  }

  /**
   * Counts the rows that {@link #next} has not given yet, looking into none of them.
   *
   * @return zero or more; the reader is at its end then
   * @throws IOException when the file is gone
   * @throws UnreadableFile when the file is damaged, does harm or is too long
   */
  public int countRest() throws IOException {
    int count = 0;
    while (nextKept().isPresent()) {
      count++;
    }
    return count;
  }

  private Optional<TableRow> nextKept() throws IOException {
    if (source == null) {
      throw new IllegalStateException("Not opened");
    }
    Optional<TableRow> row = source.next();
    while (row.isPresent() && isLeftOut(row.get())) {
      row = source.next();
    }
    if (row.isPresent() && ++rows > MOST_ROWS) {
      throw new UnreadableFile(UnreadableFile.Reason.TOO_MANY_ROWS, Map.of("maximum", MOST_ROWS));
    }
    return row;
  }

  private boolean isLeftOut(TableRow row) {
    boolean blank = true;
    boolean numbering = true;
    for (TableCell cell : row.cells()) {
      ImportColumn column = headings().columns().get(cell.column());
      blank &=
          (column != null && column.kind() == Kind.IGNORED)
              || VietnameseText.clean(cell.text()).isEmpty();
      numbering &= cell.text().strip().matches("\\(?\\d{1,2}\\)?");
      if (column != null
          && column.field().equals("title")
          && cell.text().strip().startsWith(ModelTemplate.EXAMPLE_MARK.strip())) {
        return true;
      }
    }
    return blank || (numbering && row.cells().size() > 3) || isHeadingAgain(row);
  }

  private boolean isHeadingAgain(TableRow row) {
    TableCell first = row.cells().get(0);
    ImportColumn column = headings().columns().get(first.column());
    return column != null
        && column.headingKeys().contains(ImportColumn.headingKey(first.text()))
        && Headings.in(row).isPresent();
  }

  private ImportRow read(RowTexts texts) {
    TableRow row = texts.row();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    List<CellFault> faults = new ArrayList<>();
    for (TableCell cell : row.cells()) {
      ImportColumn column = headings().columns().get(cell.column());
      CellFaultCode unsound = texts.unsound().get(cell.column());
      if (column == null) {
        faults.add(fault(row, cell.column(), "", CellFaultCode.NO_HEADING, Map.of()));
      } else if (unsound != null && column.kind() != Kind.IGNORED) {
        faults.add(fault(row, cell.column(), column.heading(), unsound, Map.of()));
      } else if (column.kind() != Kind.IGNORED) {
        CellReader.Read read = cells.read(column, cell);
        if (read.value() != null) {
          put(body, column.field(), read);
        } else if (read.fault() != null) {
          faults.add(fault(row, cell.column(), column.heading(), read.fault(), read.details()));
        }
      }
    }
    return new ImportRow(row.number(), body, faults, texts.converted());
  }

  private static void put(ObjectNode body, String field, CellReader.Read read) {
    int slash = field.indexOf('/');
    ObjectNode parent = slash < 0 ? body : body.withObject("/" + field.substring(0, slash));
    parent.set(field.substring(slash + 1), read.value());
  }

  private static CellFault fault(
      TableRow row, int column, String heading, CellFaultCode code, Map<String, Object> details) {
    return new CellFault(row.number(), heading, row.address(column), code.name(), details);
  }

  /**
   * Puts a fault of a row's body at its cell.
   *
   * @param row the row's number
   * @param pointer JSON Pointer into the body
   * @param code the fault's code
   * @param details what its words need
   * @return the fault at its cell; at the first column when the form has no column for it
   */
  public CellFault atCell(int row, String pointer, String code, Map<String, Object> details) {
    return headings()
        .columnAt(pointer)
        .map(
            entry ->
                new CellFault(
                    row,
                    entry.getValue().heading(),
                    TableRow.address(row, entry.getKey()),
                    code,
                    details))
        .orElseGet(() -> new CellFault(row, "", TableRow.address(row, 0), code, details));
  }

  @Override
  public void close() throws IOException {
    try {
      if (source != null) {
        source.close();
      }
    } finally {
      file.close();
    }
  }
}
