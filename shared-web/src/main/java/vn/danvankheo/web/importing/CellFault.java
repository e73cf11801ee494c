package vn.danvankheo.web.importing;

import java.util.Map;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.Problem;
import vn.danvankheo.web.problem.Words;

/**
 * Something wrong in a file, at its cell.
 *
 * @param row 1-based, as a spreadsheet counts
 * @param column the form's heading; empty for a column that has none
 * @param cell the address, such as {@code F12}
 * @param code stable and machine readable: of a cell, of a field, or of a rule of the domain
 * @param details what the words need, by name; never personal data
 */
public record CellFault(
    int row, String column, String cell, String code, Map<String, Object> details) {
  private static final int NO_STATUS = 409;

  /** Keeps its own copy of the details. */
  public CellFault {
    details = Map.copyOf(details);
  }

  /**
   * The fault in words.
   *
   * @param language in which language
   * @return one sentence
   */
  public String message(Language language) {
    if (Words.knowsFault(code)) {
      return Words.message(new FieldFault("", code, details), language);
    }
    String detail = Words.detail(Problem.of(NO_STATUS, code).with(details), language);
    return detail == null ? Words.title(code, language) : detail;
  }
}
