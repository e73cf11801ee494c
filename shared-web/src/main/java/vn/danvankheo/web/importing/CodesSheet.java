package vn.danvankheo.web.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.danvankheo.web.table.Cell;
import vn.danvankheo.web.table.CellStyle;
import vn.danvankheo.web.table.SheetLayout;
import vn.danvankheo.web.table.XlsxWorkbook;

/** The sheet of codes: for each column with a list two columns, what to write and what it means. */
final class CodesSheet {
  private static final String NAME = "Danh mục";

  private final List<Codes> lists = new ArrayList<>();

  /** One list; the first column of the two is what the drop-down offers. */
  private record Codes(
      String field,
      String heading,
      String otherHeading,
      List<String> values,
      List<String> meanings) {
    String value(int row) {
      return row < values.size() ? values.get(row) : "";
    }

    String meaning(int row) {
      return row < meanings.size() ? meanings.get(row) : "";
    }
  }

  CodesSheet(TemplateLists known) {
    for (ImportColumn column : ModelTemplate.columns()) {
      if (!column.choices().isEmpty()) {
        List<String> labels = column.choices().stream().map(ImportChoice::label).toList();
        List<String> codes = column.choices().stream().map(ImportChoice::code).toList();
        lists.add(new Codes(column.field(), column.heading(), "Mã", labels, codes));
      }
    }
    addKnown("unitCode", "Mã đơn vị", known.units());
    addKnown("legalBases", "Căn cứ", known.legalBases());
    addKnown("focusTasks", "Mã nhiệm vụ trọng tâm", known.focusTasks());
  }

  private void addKnown(String field, String heading, List<ImportChoice> known) {
    if (!known.isEmpty()) {
      List<String> codes = known.stream().map(ImportChoice::code).toList();
      List<String> names = known.stream().map(ImportChoice::label).toList();
      lists.add(new Codes(field, heading, "Tên", codes, names));
    }
  }

  /** The cells a column's drop-down takes its list from; a cell with several codes has none. */
  Optional<String> sourceFor(ImportColumn column) {
    if (column.kind() == ImportColumn.Kind.LIST) {
      return Optional.empty();
    }
    return IntStream.range(0, lists.size())
        .filter(i -> lists.get(i).field().equals(column.field()))
        .mapToObj(i -> XlsxWorkbook.range(NAME, 2 * i, 2, 1 + lists.get(i).values().size()))
        .findFirst();
  }

  void write(XlsxWorkbook workbook) throws IOException {
    List<SheetLayout.Column> columns = new ArrayList<>();
    List<Cell> headings = new ArrayList<>();
    for (Codes codes : lists) {
      columns.add(new SheetLayout.Column(36, CellStyle.TEXT));
      columns.add(new SheetLayout.Column(36, CellStyle.TEXT));
      headings.add(new Cell(codes.heading(), CellStyle.HEADING));
      headings.add(new Cell(codes.otherHeading(), CellStyle.HEADING));
    }
    workbook.sheet(new SheetLayout(NAME, columns, 1, false, List.of()));
    workbook.row(headings);
    int rows = lists.stream().mapToInt(codes -> codes.values().size()).max().orElse(0);
    for (int row = 0; row < rows; row++) {
      List<Cell> cells = new ArrayList<>();
      for (Codes codes : lists) {
        cells.add(Cell.of(codes.value(row)));
        cells.add(Cell.of(codes.meaning(row)));
      }
      workbook.row(cells);
    }
  }
}
