package vn.danvankheo.web.table;

/** How a cell looks: what Vietnamese offices print, Times New Roman with dd/mm/yyyy. */
public enum CellStyle {
  /** Nothing said. */
  PLAIN("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"),
  /** Above a column. */
  HEADING(
      "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"1\" applyFont=\"1\""
          + " applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment"
          + " horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>"),
  /** Words, never taken for a number. */
  TEXT(cell(49, "")),
  /** Words that begin like a formula, kept from becoming one when edited. */
  TEXT_LIKE_FORMULA(cell(49, " quotePrefix=\"1\"")),
  /** A plain number. */
  NUMBER(cell(0, "")),
  /** A number with thousands separators. */
  MONEY(cell(3, "")),
  /** A day. */
  DATE(cell(164, "")),
  /** A day and the time. */
  INSTANT(cell(165, "")),
  /** A sheet's title. */
  TITLE("<xf numFmtId=\"49\" fontId=\"2\" fillId=\"0\" borderId=\"0\" applyFont=\"1\"/>"),
  /** Words that show how to fill in. */
  EXAMPLE(
      "<xf numFmtId=\"49\" fontId=\"3\" fillId=\"0\" borderId=\"0\" applyFont=\"1\""
          + " applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"),
  /** Above a column that must be filled in. */
  REQUIRED_HEADING(
      "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"3\" borderId=\"1\" applyFont=\"1\""
          + " applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment"
          + " horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>");

  private static final String FONT = "<name val=\"Times New Roman\"/><family val=\"1\"/>";

  /** The styles part of every workbook; a style's ordinal is its index there. */
  static final String STYLES =
      "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
          + "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
          + "<numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy\\ hh:mm:ss\"/></numFmts>"
          + "<fonts count=\"4\">"
          + ("<font><sz val=\"12\"/>" + FONT + "</font>")
          + ("<font><b/><sz val=\"12\"/>" + FONT + "</font>")
          + ("<font><b/><sz val=\"14\"/>" + FONT + "</font>")
          + ("<font><i/><sz val=\"12\"/><color rgb=\"FF7F7F7F\"/>" + FONT + "</font>")
          + "</fonts><fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill>"
          + "<fill><patternFill patternType=\"gray125\"/></fill>"
          + solidFill("FFE7E6E6")
          + solidFill("FFFFE699")
          + "</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
          + "<border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/>"
          + "<bottom style=\"thin\"/><diagonal/></border></borders>"
          + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
          + "</cellStyleXfs><cellXfs count=\""
          + values().length
          + "\">"
          + allStyles()
          + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\""
          + " builtinId=\"0\"/></cellStyles></styleSheet>";

  private final String xml;

  CellStyle(String xml) {
    this.xml = xml;
  }

  private static String cell(int numberFormat, String more) {
    return "<xf numFmtId=\""
        + numberFormat
        + "\" fontId=\"0\" fillId=\"0\" borderId=\"0\" applyNumberFormat=\"1\""
        + more
        + " applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>";
  }

  private static String solidFill(String colour) {
    return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\""
        + colour
        + "\"/><bgColor indexed=\"64\"/></patternFill></fill>";
  }

  private static String allStyles() {
    StringBuilder all = new StringBuilder();
    for (CellStyle style : values()) {
      all.append(style.xml);
    }
    return all.toString();
  }
}
