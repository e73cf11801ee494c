package vn.danvankheo.query.reporting.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A paper as WordprocessingML with real styles and tables. It is written by hand, as the workbooks
 * are: a library would put its own dates, ids and compression in.
 */
final class DocxPaper {
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String W =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String R =
      " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String PART =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final int PORTRAIT_WIDTH = 9_071;
  private static final int LANDSCAPE_WIDTH = 14_853;
  private static final int MOST_LETTERS = 25;

  private DocxPaper() {}

  static byte[] of(Paper paper) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", CONTENT_TYPES);
    parts.put("_rels/.rels", relationships("officeDocument", "word/document.xml"));
    parts.put("word/document.xml", document(paper));
    parts.put("word/styles.xml", STYLES);
    parts.put("word/header1.xml", HEADER);
    parts.put(
        "word/_rels/document.xml.rels",
        XML
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + ("<Relationship Id=\"rId1\" Type=\"" + TYPE + "styles\" Target=\"styles.xml\"/>")
            + ("<Relationship Id=\"rId2\" Type=\"" + TYPE + "header\" Target=\"header1.xml\"/>")
            + "</Relationships>");
    return StoredZip.of(parts);
  }

  private static String document(Paper paper) {
    StringBuilder xml = new StringBuilder(65_536);
    xml.append(XML).append("<w:document").append(W).append(R).append("><w:body>");
    appendHead(xml, paper);
    paper.title().forEach(line -> paragraph(xml, "Title", line));
    for (Paper.Block block : paper.blocks()) {
      paragraph(xml, block.level() == 0 ? "BodyText" : "Heading" + block.level(), block.text());
    }
    String signer = paper.signer();
    paragraph(xml, "Signature", signer == null ? "" : HtmlPaper.upper(signer));
    paper.foot().forEach(line -> paragraph(xml, "Footnote", line));
    xml.append("<w:p><w:pPr>").append(section(false)).append("</w:pPr></w:p>");
    for (int i = 0; i < paper.appendices().size(); i++) {
      Paper.Sheet sheet = paper.appendices().get(i);
      paragraph(xml, i == 0 ? "Caption" : "NextCaption", sheet.title());
      appendTable(xml, sheet);
      paragraph(xml, "Normal", "");
    }
    return xml.append(section(true)).append("</w:body></w:document>").toString();
  }

  private static void appendHead(StringBuilder xml, Paper paper) {
    String superior = paper.superior();
    xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"").append(PORTRAIT_WIDTH);
    xml.append("\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    xml.append("<w:gridCol w:w=\"3500\"/><w:gridCol w:w=\"5571\"/></w:tblGrid><w:tr>");
    cell(xml, 3_500);
    if (superior != null) {
      paragraph(xml, "Head", HtmlPaper.upper(superior));
    }
    paragraph(xml, "HeadBold", HtmlPaper.upper(paper.issuer()));
    paragraph(xml, "Head", "_______");
    xml.append("</w:tc>");
    cell(xml, 5_571);
    paragraph(xml, "HeadBold", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    paragraph(xml, "HeadBold", "Độc lập - Tự do - Hạnh phúc");
    paragraph(xml, "Head", "______________________");
    xml.append("</w:tc></w:tr><w:tr>");
    cell(xml, 3_500);
    paragraph(xml, "Head", "Số: " + HtmlPaper.number(paper.number()));
    xml.append("</w:tc>");
    cell(xml, 5_571);
    paragraph(xml, "HeadItalic", paper.placeAndDay());
    xml.append("</w:tc></w:tr></w:tbl>");
  }

  private static void appendTable(StringBuilder xml, Paper.Sheet sheet) {
    int columns = sheet.columns().size();
    int[] widths = widths(sheet);
    xml.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"");
    xml.append(IntStream.of(widths).sum()).append("\" w:type=\"dxa\"/>");
    xml.append("<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for (int width : widths) {
      xml.append("<w:gridCol w:w=\"").append(width).append("\"/>");
    }
    xml.append("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (int i = 0; i < columns; i++) {
      cell(xml, widths[i]);
      paragraph(xml, "TableHeading", sheet.columns().get(i));
      xml.append("</w:tc>");
    }
    xml.append("</w:tr>");
    for (List<? extends @Nullable Object> row : sheet.rows()) {
      xml.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
      for (int i = 0; i < columns; i++) {
        cell(xml, widths[i]);
        Object value = row.get(i);
        paragraph(xml, value instanceof Number ? "TableNumber" : "TableText", Shown.of(value));
        xml.append("</w:tc>");
      }
      xml.append("</w:tr>");
    }
    xml.append("</w:tbl>");
  }

  /** By the longest text in each column, within reason, and the longest word of its heading. */
  private static int[] widths(Paper.Sheet sheet) {
    int[] letters = new int[sheet.columns().size()];
    for (int i = 0; i < letters.length; i++) {
      int longest = 0;
      for (List<? extends @Nullable Object> row : sheet.rows()) {
        longest = Math.max(longest, Shown.of(row.get(i)).length());
      }
      for (String word : sheet.columns().get(i).split(" ")) {
        letters[i] = Math.max(letters[i], word.length());
      }
      letters[i] = Math.max(letters[i], Math.min(longest, MOST_LETTERS)) + 1;
    }
    int all = IntStream.of(letters).sum();
    return IntStream.of(letters).map(width -> LANDSCAPE_WIDTH * width / all).toArray();
  }

  private static void cell(StringBuilder xml, int width) {
    xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/></w:tcPr>");
  }

  private static void paragraph(StringBuilder xml, String style, String text) {
    xml.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
    for (String line : text.split("\n", -1)) {
      xml.append("<w:r><w:t xml:space=\"preserve\">").append(HtmlPaper.escaped(line));
      xml.append("</w:t></w:r>");
    }
    xml.append("</w:p>");
  }

  private static String section(boolean landscape) {
    String size =
        landscape
            ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
            : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
    return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/>"
        + size
        + "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\""
        + (landscape ? "851" : "1701")
        + "\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
        + (landscape ? "<w:pgNumType w:start=\"1\"/>" : "<w:titlePg/>")
        + "</w:sectPr>";
  }

  private static String relationships(String type, String target) {
    return XML
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + ("<Relationship Id=\"rId1\" Type=\"" + TYPE + type + "\" Target=\"" + target + "\"/>")
        + "</Relationships>";
  }

  private static String style(String id, String properties, int halfPoints, String more) {
    return "<w:style w:type=\"paragraph\" w:styleId=\""
        + id
        + "\"><w:name w:val=\""
        + id.replaceAll("^Heading(\\d)$", "heading $1")
        + "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>"
        + properties
        + "</w:pPr><w:rPr>"
        + more
        + ("<w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" + halfPoints + "\"/></w:rPr>")
        + "</w:style>";
  }

  private static final String CENTRE = "<w:jc w:val=\"center\"/>";
  private static final String BOLD = "<w:b/>";
  private static final String INDENT = "<w:ind w:firstLine=\"567\"/>";
  private static final String SPACED = "<w:spacing w:before=\"60\" w:after=\"60\"/>";

  private static final String STYLES =
      XML
          + "<w:styles"
          + W
          + "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\""
          + " w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\"Times New Roman\"/>"
          + "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\"/></w:rPr>"
          + "</w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\""
          + " w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
          + style("Title", "<w:spacing w:before=\"120\"/>" + CENTRE, 28, BOLD)
          + style("BodyText", SPACED + INDENT + "<w:jc w:val=\"both\"/>", 28, "")
          + style("Heading1", "<w:keepNext/>" + SPACED + INDENT + outline(0), 28, BOLD)
          + style("Heading2", "<w:keepNext/>" + SPACED + INDENT + outline(1), 28, BOLD)
          + style("Head", CENTRE, 24, "")
          + style("HeadBold", CENTRE, 24, BOLD)
          + style("HeadItalic", CENTRE, 24, "<w:i/>")
          + style(
              "Signature",
              "<w:spacing w:before=\"240\" w:after=\"1200\"/><w:ind w:left=\"4535\"/>" + CENTRE,
              28,
              BOLD)
          + style("Footnote", "", 18, "")
          + style("Caption", SPACED + CENTRE + outline(0), 26, BOLD)
          + style("NextCaption", "<w:pageBreakBefore/>" + SPACED + CENTRE + outline(0), 26, BOLD)
          + style("TableHeading", CENTRE, 18, BOLD)
          + style("TableText", "", 20, "")
          + style("TableNumber", "<w:jc w:val=\"right\"/>", 20, "")
          + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr>"
          + "<w:tblBorders>"
          + border("top")
          + border("left")
          + border("bottom")
          + border("right")
          + border("insideH")
          + border("insideV")
          + "</w:tblBorders><w:tblCellMar><w:left w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"40\""
          + " w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>";

  private static String outline(int level) {
    return "<w:outlineLvl w:val=\"" + level + "\"/>";
  }

  private static String border(String side) {
    return "<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>";
  }

  private static final String HEADER =
      XML
          + "<w:hdr"
          + W
          + "><w:p><w:pPr><w:pStyle w:val=\"Head\"/></w:pPr><w:r><w:fldChar"
          + " w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE"
          + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";

  private static final String CONTENT_TYPES =
      XML
          + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"rels\""
          + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + ("<Override PartName=\"/word/document.xml\" ContentType=\"" + PART)
          + "document.main+xml\"/>"
          + ("<Override PartName=\"/word/styles.xml\" ContentType=\"" + PART + "styles+xml\"/>")
          + ("<Override PartName=\"/word/header1.xml\" ContentType=\"" + PART + "header+xml\"/>")
          + "</Types>";
}
