package vn.danvankheo.command.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.danvankheo.command.importing.reading.TableCell;
import vn.danvankheo.command.importing.reading.TableRow;
import vn.danvankheo.web.importing.CellFault;
import vn.danvankheo.web.importing.ImportColumn;
import vn.danvankheo.web.importing.ModelTemplate;

/**
 * The row of headings: which column of the file is which of the form.
 *
 * @param row its 1-based number
 * @param columns the form's columns by the file's, 0-based
 * @param faults headings that the form has not, has twice, or lacks
 */
record Headings(int row, Map<Integer, ImportColumn> columns, List<CellFault> faults) {
  private static final int ENOUGH = 4;
  private static final int LONGEST = 100;

  /** Takes a row for the headings when at least four and half of its cells are the form's. */
  static Optional<Headings> in(TableRow row) {
    Map<Integer, ImportColumn> columns = new HashMap<>();
    for (TableCell cell : row.cells()) {
      ModelTemplate.columnFor(cell.text()).ifPresent(column -> columns.put(cell.column(), column));
    }
    if (columns.size() < ENOUGH || 2 * columns.size() < row.cells().size()) {
      return Optional.empty();
    }
    return Optional.of(new Headings(row.number(), columns, faults(row, columns)));
  }

  private static List<CellFault> faults(TableRow row, Map<Integer, ImportColumn> columns) {
    List<CellFault> faults = new ArrayList<>();
    List<ImportColumn> seen = new ArrayList<>();
    for (TableCell cell : row.cells()) {
      ImportColumn column = columns.get(cell.column());
      if (column == null) {
        faults.add(fault(row, cell, CellFaultCode.UNKNOWN_COLUMN));
      } else if (seen.contains(column) && column.kind() != ImportColumn.Kind.IGNORED) {
        faults.add(fault(row, cell, CellFaultCode.REPEATED_COLUMN));
      }
      seen.add(column);
    }
    int behind = row.cells().get(row.cells().size() - 1).column() + 1;
    for (ImportColumn column : ModelTemplate.columns()) {
      if (column.required() && !seen.contains(column)) {
        String cell = row.address(behind++);
        faults.add(
            new CellFault(
                row.number(),
                column.heading(),
                cell,
                CellFaultCode.MISSING_COLUMN.name(),
                Map.of()));
      }
    }
    return faults;
  }

  private static CellFault fault(TableRow row, TableCell cell, CellFaultCode code) {
    String heading = cell.text().length() <= 80 ? cell.text() : cell.text().substring(0, 80) + "…";
    return new CellFault(row.number(), heading, row.address(cell.column()), code.name(), Map.of());
  }

  /** The file's column that a fault in a row's body is about. */
  Optional<Map.Entry<Integer, ImportColumn>> columnAt(String pointer) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getValue().kind() != ImportColumn.Kind.IGNORED)
        .filter(
            entry ->
                pointer.equals(entry.getValue().pointer())
                    || pointer.startsWith(entry.getValue().pointer() + "/"))
        .findFirst();
  }
}
