package vn.danvankheo.web.importing;

import java.util.ArrayList;
import java.util.List;
import vn.danvankheo.events.text.VietnameseText;

/**
 * One column of the form.
 *
 * @param field the field it fills in the body of {@code POST /api/models}, as a path such as {@code
 *     beneficiaries/people}; empty for a column that is there for people only
 * @param heading the Vietnamese heading
 * @param otherHeadings what else people write above it
 * @param kind how its cells are read
 * @param required whether every row needs it
 * @param width its breadth in characters
 * @param note how to fill it in, in Vietnamese
 * @param example a cell of the example row
 * @param choices the values to choose from; empty unless the kind is {@link Kind#CHOICE}
 */
public record ImportColumn(
    String field,
    String heading,
    List<String> otherHeadings,
    Kind kind,
    boolean required,
    int width,
    String note,
    String example,
    List<ImportChoice> choices) {

  /** How the cells of a column are read. */
  public enum Kind {
    /** The exact words. */
    TEXT,
    /** A code, or a code followed by a dash and a name. */
    CODE,
    /** A whole number. */
    INTEGER,
    /** A day. */
    DATE,
    /** A choice's label or code. */
    CHOICE,
    /** Codes or names, one on each line or with semicolons between them. */
    LIST,
    /** Objectives, one on each line: indicator | unit | target. */
    OBJECTIVES,
    /** A telephone number; a spreadsheet may have eaten its leading zero. */
    PHONE,
    /** Not read at all. */
    IGNORED
  }

  /**
   * The form in which headings are compared: letters and digits only, without case or diacritics.
   *
   * @param heading as found in a file
   * @return its key; empty when there is nothing to compare
   */
  public static String headingKey(String heading) {
    StringBuilder key = new StringBuilder();
    VietnameseText.fold(heading)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  /**
   * Where its value stands in a row's body.
   *
   * @return a JSON Pointer
   */
  public String pointer() {
    return "/" + field;
  }

  /**
   * The keys of all headings it is known by, the field's own name among them.
   *
   * @return as {@link #headingKey} gives them
   */
  public List<String> headingKeys() {
    List<String> headings = new ArrayList<>(otherHeadings);
    headings.add(heading);
    headings.add(field);
    return headings.stream().map(ImportColumn::headingKey).filter(key -> !key.isEmpty()).toList();
  }
}
