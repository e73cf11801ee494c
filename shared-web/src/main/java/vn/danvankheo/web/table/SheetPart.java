package vn.danvankheo.web.table;

import java.util.List;

/** One sheet as SpreadsheetML, in the order the schema asks for. */
final class SheetPart {
  /** Of 12-point text, in points. */
  private static final int LINE = 16;

  private static final int TALLEST = 409;

  private final SheetLayout layout;
  private int rows;

  SheetPart(SheetLayout layout) {
    this.layout = layout;
  }

  /** The name of a column: A, B … Z, AA … */
  static String columnName(int index) {
    String last = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? last : columnName(index / 26 - 1) + last;
  }

  String head() {
    StringBuilder xml = new StringBuilder(1_000);
    xml.append("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
    xml.append("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>");
    xml.append("<sheetView workbookViewId=\"0\">");
    if (layout.headingRow() > 0) {
      xml.append("<pane ySplit=\"").append(layout.headingRow()).append("\" topLeftCell=\"A");
      xml.append(layout.headingRow() + 1).append("\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    }
    xml.append("</sheetView></sheetViews><cols>");
    for (int i = 0; i < layout.columns().size(); i++) {
      SheetLayout.Column column = layout.columns().get(i);
      xml.append("<col min=\"").append(i + 1).append("\" max=\"").append(i + 1);
      xml.append("\" width=\"").append(column.width()).append("\" style=\"");
      xml.append(column.style().ordinal()).append("\" customWidth=\"1\"/>");
    }
    return xml.append("</cols><sheetData>").toString();
  }

  String row(List<Cell> cells, int lines) {
    if (rows == XlsxWorkbook.MOST_ROWS) {
      throw new IllegalStateException("The sheet is full");
    }
    rows++;
    StringBuilder xml = new StringBuilder(64 * cells.size());
    xml.append("<row r=\"").append(rows).append('"');
    if (lines > 0) {
      xml.append(" ht=\"").append(Math.min(TALLEST, LINE * lines)).append("\" customHeight=\"1\"");
    }
    xml.append('>');
    for (int i = 0; i < cells.size(); i++) {
      cells.get(i).appendTo(xml, columnName(i) + rows);
    }
    return xml.append("</row>").toString();
  }

  String tail() {
    StringBuilder xml = new StringBuilder("</sheetData>");
    if (layout.filtered()) {
      xml.append("<autoFilter ref=\"").append(filterRange("")).append("\"/>");
    }
    if (!layout.choices().isEmpty()) {
      xml.append("<dataValidations count=\"").append(layout.choices().size()).append("\">");
      layout.choices().forEach(choice -> appendChoice(xml, choice));
      xml.append("</dataValidations>");
    }
    if (layout.headingRow() > 0) {
      xml.append("<printOptions gridLines=\"1\"/>");
    }
    xml.append("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" bottom=\"0.75\"");
    xml.append(" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\"");
    xml.append(" orientation=\"landscape\" fitToHeight=\"0\"/>");
    if (!layout.title().isEmpty()) {
      xml.append("<headerFooter><oddHeader>&amp;C&amp;B");
      // An ampersand begins a code of its own there.
      XmlText.append(xml, layout.title().replace("&", "&&"));
      xml.append("</oddHeader></headerFooter>");
    }
    return xml.append("</worksheet>").toString();
  }

  String nameXml() {
    return XmlText.of(layout.name());
  }

  /** Names by which a spreadsheet finds the filter and the rows to print on each page. */
  void appendDefinedNames(StringBuilder xml, int index) {
    String sheet = "'" + nameXml().replace("'", "''") + "'!";
    if (layout.filtered()) {
      xml.append("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"").append(index);
      xml.append("\" hidden=\"1\">").append(sheet).append(filterRange("$"));
      xml.append("</definedName>");
    }
    if (layout.headingRow() > 0) {
      xml.append("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"").append(index);
      xml.append("\">").append(sheet).append('$').append(layout.headingRow()).append(":$");
      xml.append(layout.headingRow()).append("</definedName>");
    }
  }

  private String filterRange(String fixed) {
    String lastColumn = columnName(layout.columns().size() - 1);
    int last = Math.max(rows, layout.headingRow());
    return (fixed + "A" + fixed + layout.headingRow()) + (":" + fixed + lastColumn + fixed + last);
  }

  private static void appendChoice(StringBuilder xml, SheetLayout.Choice choice) {
    String column = columnName(choice.column());
    xml.append("<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\"");
    xml.append(" errorStyle=\"warning\" error=\"");
    XmlText.append(xml, choice.prompt());
    xml.append("\" sqref=\"").append(column).append(choice.fromRow()).append(':');
    xml.append(column).append(choice.toRow()).append("\"><formula1>");
    XmlText.append(xml, choice.source());
    xml.append("</formula1></dataValidation>");
  }
}
