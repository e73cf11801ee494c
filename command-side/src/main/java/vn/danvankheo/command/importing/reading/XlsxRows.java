package vn.danvankheo.command.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.importing.reading.TableCell.Kind;

/** The rows of a sheet, one at a time. */
final class XlsxRows implements TableSource {
  private static final int MOST_COLUMNS = 16_384;
  private static final int LONGEST_ROW = 1 << 21;

  /** Workbooks keep numbers as binary fractions; more digits than these are noise. */
  private static final MathContext WITHOUT_NOISE = new MathContext(15);

  private final InputStream in;
  private final SharedStrings strings;
  private final DateStyles styles;
  private final XMLStreamReader xml;
  private int row;

  XlsxRows(InputStream in, SharedStrings strings, DateStyles styles) throws IOException {
    this.in = in;
    this.strings = strings;
    this.styles = styles;
    try {
      xml = Xml.reader(in);
    } catch (XMLStreamException malformed) {
      throw new UnreadableFile(UnreadableFile.Reason.DAMAGED_FILE);
    }
  }

  @Override
  public Optional<TableRow> next() throws IOException {
    try {
      while (Xml.nextTag(xml)) {
        if (Xml.isEnd(xml, "sheetData")) {
          return Optional.empty();
        }
        if (Xml.isStart(xml, "row")) {
          int given = Xml.number(Xml.attribute(xml, "r"));
          row = given > row ? given : row + 1;
          List<TableCell> cells = cells();
          if (!cells.isEmpty()) {
            return Optional.of(new TableRow(row, cells));
          }
        }
      }
      return Optional.empty();
    } catch (XMLStreamException malformed) {
      throw new UnreadableFile(UnreadableFile.Reason.DAMAGED_FILE);
    }
  }

  private List<TableCell> cells() throws XMLStreamException, IOException {
    List<TableCell> cells = new ArrayList<>();
    int column = -1;
    int length = 0;
    while (Xml.nextTag(xml) && !Xml.isEnd(xml, "row")) {
      if (Xml.isStart(xml, "c")) {
        int given = column(Xml.attribute(xml, "r"));
        column = given > column ? given : column + 1;
        TableCell cell = cell(column);
        if (cell != null && !cell.text().isBlank()) {
          cells.add(cell);
          length += cell.text().length();
        }
        if (column >= MOST_COLUMNS || length > LONGEST_ROW) {
          throw new UnreadableFile(UnreadableFile.Reason.DAMAGED_FILE);
        }
      }
    }
    return cells;
  }

  private @Nullable TableCell cell(int column) throws XMLStreamException, IOException {
    String type = Xml.attribute(xml, "t");
    int style = Xml.number(Xml.attribute(xml, "s"));
    String formula = null;
    String value = null;
    while (Xml.nextTag(xml) && !Xml.isEnd(xml, "c")) {
      if (Xml.isStart(xml, "f")) {
        formula = "=" + text();
      } else if (Xml.isStart(xml, "is")) {
        value = SharedStrings.richText(xml, "is");
      } else if (Xml.isStart(xml, "v")) {
        value = text();
      }
    }
    if (formula != null) {
      return new TableCell(column, Kind.FORMULA, formula);
    }
    return value == null ? null : typed(column, type == null ? "n" : type, style, value);
  }

  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    Xml.appendText(xml, text, TableCell.LONGEST_TEXT + 1);
    return text.toString();
  }

  private TableCell typed(int column, String type, int style, String value) throws IOException {
    if (type.equals("s")) {
      return text(column, strings.get(Xml.number(value.strip())));
    }
    if (type.equals("n") && !value.isBlank()) {
      Kind kind = styles.isDay(style) ? Kind.DATE_SERIAL : Kind.NUMBER;
      return new TableCell(column, kind, plainNumber(value.strip()));
    }
    if (type.equals("b")) {
      return new TableCell(column, Kind.BOOLEAN, value.strip().equals("1") ? "TRUE" : "FALSE");
    }
    return type.equals("e") ? new TableCell(column, Kind.ERROR, value) : text(column, value);
  }

  private static TableCell text(int column, String text) {
    if (text.length() > TableCell.LONGEST_TEXT) {
      String kept = text.substring(0, TableCell.LONGEST_TEXT);
      return new TableCell(column, Kind.OVERLONG, kept);
    }
    return new TableCell(column, text.startsWith("=") ? Kind.FORMULA : Kind.TEXT, text);
  }

  private static String plainNumber(String value) {
    try {
      BigDecimal number = new BigDecimal(value).round(WITHOUT_NOISE);
      if (Math.abs((long) number.scale()) > 400) {
        throw new NumberFormatException("beyond what a workbook can hold");
      }
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException malformed) {
      throw new UnreadableFile(UnreadableFile.Reason.DAMAGED_FILE);
    }
  }

  /** The 0-based column of an address such as {@code AB12}; -1 when there is none. */
  private static int column(@Nullable String address) {
    if (address == null) {
      return -1;
    }
    int column = 0;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = Math.min(column * 26 + c - 'A' + 1, MOST_COLUMNS + 1);
    }
    return column - 1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
