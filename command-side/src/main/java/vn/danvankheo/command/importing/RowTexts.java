package vn.danvankheo.command.importing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.danvankheo.command.importing.encoding.CellText;
import vn.danvankheo.command.importing.encoding.LegacyAlphabet;
import vn.danvankheo.command.importing.reading.TableCell;
import vn.danvankheo.command.importing.reading.TableCell.Kind;
import vn.danvankheo.command.importing.reading.TableRow;
import vn.danvankheo.events.text.VietnameseText;

/**
 * The texts of a row as Vietnamese in Unicode.
 *
 * @param row the row with texts converted
 * @param unsound why cells may not be stored, by column
 * @param converted the legacy alphabets that texts were converted from
 */
record RowTexts(TableRow row, Map<Integer, CellFaultCode> unsound, Set<LegacyAlphabet> converted) {

  /** Looks at each text, or knows how they all are written; cells of blanks are left out. */
  static RowTexts of(TableRow row, Optional<LegacyAlphabet> known) {
    Map<Integer, CellText> texts = new TreeMap<>();
    Set<LegacyAlphabet> converted = EnumSet.noneOf(LegacyAlphabet.class);
    for (TableCell cell : row.cells()) {
      if (cell.kind() == Kind.TEXT && !VietnameseText.clean(cell.text()).isEmpty()) {
        String text = cell.text().replace("\r\n", "\n").replace('\r', '\n');
        CellText read =
            known
                .map(alphabet -> CellText.known(text, alphabet))
                .orElseGet(() -> CellText.of(text));
        texts.put(cell.column(), read);
        if (read.alphabet() != null && read.verdict() == CellText.Verdict.SOUND) {
          converted.add(read.alphabet());
        }
      }
    }
    if (converted.size() == 1) {
      LegacyAlphabet neighbours = converted.iterator().next();
      texts.replaceAll((column, text) -> text.beside(neighbours));
    }
    return of(row, texts, converted);
  }

  private static RowTexts of(
      TableRow row, Map<Integer, CellText> texts, Set<LegacyAlphabet> converted) {
    Map<Integer, CellFaultCode> unsound = new TreeMap<>();
    List<TableCell> cells = new ArrayList<>();
    for (TableCell cell : row.cells()) {
      CellText text = texts.get(cell.column());
      if (text == null && cell.kind() == Kind.TEXT) {
        continue;
      }
      cells.add(text == null ? cell : new TableCell(cell.column(), Kind.TEXT, text.text()));
      if (text != null && text.verdict() != CellText.Verdict.SOUND) {
        boolean broken = text.verdict() == CellText.Verdict.BROKEN;
        unsound.put(
            cell.column(), broken ? CellFaultCode.BROKEN_TEXT : CellFaultCode.LEGACY_ENCODING);
      }
    }
    return new RowTexts(new TableRow(row.number(), cells), unsound, converted);
  }
}
