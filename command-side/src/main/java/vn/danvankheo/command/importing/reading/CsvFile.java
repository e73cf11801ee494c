package vn.danvankheo.command.importing.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.danvankheo.command.importing.encoding.LegacyAlphabet;
import vn.danvankheo.command.importing.encoding.TextFile;
import vn.danvankheo.web.table.SpreadsheetSafe;

/** A CSV file; which separator it has shows by which one its headings are found. */
final class CsvFile implements TableFile {
  private static final Map<String, Character> SEPARATORS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t');

  private static final int LONGEST_ROW = 1 << 21;

  private final TextFile text;

  CsvFile(TextFile text) {
    this.text = text;
  }

  @Override
  public List<String> tables() {
    return List.of("comma", "semicolon", "tab");
  }

  @Override
  public Optional<LegacyAlphabet> alphabet() {
    return Optional.ofNullable(text.alphabet());
  }

  @Override
  public TableSource read(String table) throws IOException {
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(SEPARATORS.get(table))
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(1 << 22)
            .build(
                CsvRecordHandler.builder()
                    .maxFieldSize(LONGEST_ROW)
                    .maxRecordSize(LONGEST_ROW)
                    .build(),
                text.open());
    return new Rows(reader);
  }

  @Override
  public void close() {
    // every reader has the file open by itself
  }

  private static final class Rows implements TableSource {
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private int number;

    Rows(CsvReader<CsvRecord> reader) {
      this.reader = reader;
      records = reader.iterator();
    }

    @Override
    public Optional<TableRow> next() throws IOException {
      try {
        while (records.hasNext()) {
          number++;
          List<TableCell> cells = cells(records.next());
          if (!cells.isEmpty()) {
            return Optional.of(new TableRow(number, cells));
          }
        }
        return Optional.empty();
      } catch (UncheckedIOException e) {
        if (e.getCause() instanceof CharacterCodingException) {
          throw new UnreadableFile(UnreadableFile.Reason.UNKNOWN_ENCODING);
        }
        throw e.getCause();
      } catch (CsvParseException malformed) {
        throw new UnreadableFile(UnreadableFile.Reason.DAMAGED_FILE);
      }
    }

    private static List<TableCell> cells(CsvRecord line) {
      List<TableCell> cells = new ArrayList<>();
      for (int column = 0; column < line.getFieldCount(); column++) {
        String text = line.getField(column);
        if (!text.isBlank()) {
          cells.add(cell(column, SpreadsheetSafe.restore(text), text));
        }
      }
      return cells;
    }

    private static TableCell cell(int column, String text, String asFound) {
      if (text.length() > TableCell.LONGEST_TEXT) {
        String kept = text.substring(0, TableCell.LONGEST_TEXT);
        return new TableCell(column, TableCell.Kind.OVERLONG, kept);
      }
      boolean formula = asFound.startsWith("=");
      return new TableCell(column, formula ? TableCell.Kind.FORMULA : TableCell.Kind.TEXT, text);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
