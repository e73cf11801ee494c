package vn.danvankheo.web.table;

import java.util.List;

/** The parts of a workbook that tie its sheets together. */
final class WorkbookParts {
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String SHEET_ML =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  static final String ROOT_RELATIONSHIPS =
      "<Relationships xmlns=\""
          + PACKAGE
          + "relationships\">"
          + relationship(1, "officeDocument", "xl/workbook.xml")
          + "</Relationships>";

  private WorkbookParts() {}

  static String workbook(List<SheetPart> sheets) {
    StringBuilder xml = new StringBuilder();
    xml.append("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"");
    xml.append(" xmlns:r=\"").append(OFFICE).append("\"><bookViews><workbookView/></bookViews>");
    xml.append("<sheets>");
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < sheets.size(); i++) {
      xml.append("<sheet name=\"").append(sheets.get(i).nameXml()).append("\" sheetId=\"");
      xml.append(i + 1).append("\" r:id=\"rId").append(i + 1).append("\"/>");
      sheets.get(i).appendDefinedNames(names, i);
    }
    xml.append("</sheets>");
    if (names.length() > 0) {
      xml.append("<definedNames>").append(names).append("</definedNames>");
    }
    return xml.append("</workbook>").toString();
  }

  static String relationships(int sheets) {
    StringBuilder xml = new StringBuilder("<Relationships xmlns=\"");
    xml.append(PACKAGE).append("relationships\">");
    for (int i = 1; i <= sheets; i++) {
      xml.append(relationship(i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    xml.append(relationship(sheets + 1, "styles", "styles.xml"));
    return xml.append("</Relationships>").toString();
  }

  static String contentTypes(int sheets) {
    StringBuilder xml = new StringBuilder("<Types xmlns=\"");
    xml.append(PACKAGE).append("content-types\"><Default Extension=\"rels\" ContentType=\"");
    xml.append("application/vnd.openxmlformats-package.relationships+xml\"/>");
    xml.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    xml.append(override("xl/workbook.xml", "sheet.main+xml"));
    xml.append(override("xl/styles.xml", "styles+xml"));
    for (int i = 1; i <= sheets; i++) {
      xml.append(override("xl/worksheets/sheet" + i + ".xml", "worksheet+xml"));
    }
    return xml.append("</Types>").toString();
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/" + part + "\" ContentType=\"" + SHEET_ML + type + "\"/>";
  }

  private static String relationship(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, target);
  }
}
