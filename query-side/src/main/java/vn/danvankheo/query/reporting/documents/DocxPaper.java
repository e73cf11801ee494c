package vn.danvankheo.query.reporting.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as WordprocessingML with real styles and tables. It is written by hand, as the workbooks
 * are: a library would put its own dates, ids and compression in. Lengths are in twips, 567 a
 * centimetre.
 */
final class DocxPaper {
  private static final int PORTRAIT_WIDTH = 9_071;
  private static final int LANDSCAPE_WIDTH = 14_853;
  private static final int HEAD_LEFT = 3_800;
  private static final int QR_WIDTH = 1_480;
  private static final int QR_SQUARE = 8;

  /** A cell without lines of its own and without padding. */
  private static final String BARE =
      "<w:tcBorders><w:left w:val=\"nil\"/><w:bottom w:val=\"nil\"/><w:right w:val=\"nil\"/>"
          + "</w:tcBorders><w:tcMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\""
          + " w:type=\"dxa\"/></w:tcMar>";

  private static final int ROOM_TO_SIGN = 1_300;

  private final Paper paper;
  private final DocxPackage parts = new DocxPackage();
  private final StringBuilder xml = new StringBuilder(65_536);
  private final String pageNumber;
  private final String pageFoot;
  private int drawings;

  private DocxPaper(Paper paper) {
    this.paper = paper;
    parts.addWord("styles", "styles.xml", DocxStyles.XML);
    parts.addWord("settings", "settings.xml", SETTINGS);
    this.pageNumber = parts.addWord("header", "header1.xml", PAGE_NUMBER);
    this.pageFoot = parts.addWord("footer", "footer1.xml", pageFoot(paper.foot().eachPage()));
  }

  static byte[] of(Paper paper) {
    DocxPaper docx = new DocxPaper(paper);
    docx.write();
    return docx.parts.zip(docx.xml.toString());
  }

  private void write() {
    xml.append("<w:document").append(DocxPackage.W).append(DocxPackage.R);
    xml.append(DocxDrawings.NAMESPACES).append("><w:body>");
    appendHead();
    paragraph("Normal", "");
    paper.title().forEach(line -> paragraph(Paper.isAttached(line) ? "Attached" : "Title", line));
    paragraph("RuleTitle", "");
    for (int i = 0; i < paper.blocks().size(); i++) {
      Paper.Block block = paper.blocks().get(i);
      if (block instanceof Paper.Table table) {
        appendRows(table.sheet(), 90, PORTRAIT_WIDTH, null);
      } else if (block instanceof Paper.Text text) {
        String body = paper.isKept(i) ? "BodyTextKept" : "BodyText";
        paragraph(text.level() == 0 ? body : "Heading" + text.level(), text.words());
      }
    }
    appendClosing();
    appendFoot();
    List<Paper.Sheet> sheets = paper.printed();
    for (int i = 0; i < sheets.size(); i++) {
      xml.append("<w:p><w:pPr><w:pStyle w:val=\"End\"/>").append(section(i > 0));
      xml.append("</w:pPr></w:p>");
      appendSheet(sheets.get(i));
    }
    paragraph("End", "");
    xml.append(section(!sheets.isEmpty())).append("</w:body></w:document>");
  }

  private void appendHead() {
    Paper.Head head = paper.head();
    int right = PORTRAIT_WIDTH - HEAD_LEFT;
    beginLayout(HEAD_LEFT, right);
    cell(HEAD_LEFT);
    if (head.superior() != null) {
      paragraph("Head", PlaceName.heading(head.superior()));
    }
    paragraph("HeadBold", PlaceName.heading(head.issuer()));
    paragraph("RuleShort", "");
    nextCell(right);
    paragraph("HeadBold", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    paragraph("Motto", "Độc lập - Tự do - Hạnh phúc");
    paragraph("RuleMotto", "");
    xml.append("</w:tc></w:tr><w:tr>");
    cell(HEAD_LEFT);
    paragraph("Number", head.number() == null ? "" : head.number());
    nextCell(right);
    paragraph("PlaceAndDay", head.placeAndDay() == null ? "" : head.placeAndDay());
    endLayout();
  }

  private void appendClosing() {
    Paper.Closing closing = paper.closing();
    Paper.Signature left = closing.left();
    paragraph("Signature", "");
    int half = PORTRAIT_WIDTH / 2;
    beginLayout(half, half);
    cell(half);
    if (left == null) {
      appendRecipients(closing.recipients());
    } else {
      appendSignature(left, "");
    }
    nextCell(half);
    appendSignature(closing.right(), "");
    xml.append("</w:tc></w:tr><w:tr><w:trPr><w:trHeight w:val=\"").append(ROOM_TO_SIGN);
    xml.append("\"/></w:trPr>");
    cell(half);
    paragraph("Signature", "");
    nextCell(half);
    paragraph("Signature", "");
    endLayout();
    if (left != null && !closing.recipients().isEmpty()) {
      appendRecipients(closing.recipients());
    }
  }

  private void appendRecipients(List<String> recipients) {
    paragraph("RecipientsHeading", recipients.isEmpty() ? "" : "Nơi nhận:");
    recipients.forEach(line -> paragraph("Recipients", line));
  }

  private void appendSignature(Paper.Signature signature, String size) {
    paragraph("Signature" + size, signature.position());
    if (signature.how() != null) {
      paragraph("SignatureNote" + size, signature.how());
    }
  }

  private void appendFoot() {
    Paper.Foot foot = paper.foot();
    if (foot.lines().isEmpty()) {
      return;
    }
    String address = foot.address();
    int qr = address == null ? 0 : QR_WIDTH;
    // Word makes one table of two that nothing stands between.
    paragraph("Proof", "");
    beginLayout(qr, PORTRAIT_WIDTH - qr);
    if (address != null) {
      cell(qr);
      String image = parts.addImage("media/qr.png", new QrCode(address).png(QR_SQUARE));
      drawing("Proof", DocxDrawings.qr(image, ++drawings));
      xml.append("</w:tc>");
    }
    cell(PORTRAIT_WIDTH - qr, "<w:vAlign w:val=\"center\"/>");
    foot.lines().forEach(line -> paragraph("Proof", line));
    endLayout();
  }

  private void appendSheet(Paper.Sheet sheet) {
    paragraph("Caption", sheet.title());
    paragraph("Attached", paper.attached());
    appendRows(sheet, 148, LANDSCAPE_WIDTH, () -> appendEnd(sheet));
  }

  private void appendEnd(Paper.Sheet sheet) {
    StringBuilder charts = new StringBuilder();
    for (Paper.Chart chart : sheet.charts()) {
      int id = ++drawings;
      String part = parts.addChart("chart" + id + ".xml", DocxDrawings.chartPart(chart));
      charts.append(DocxDrawings.chart(chart, part, id, sheet.charts().size()));
    }
    if (!charts.isEmpty()) {
      drawing("Charts", charts.toString());
    }
    paragraph("SignatureNoteSmall", "");
    int half = LANDSCAPE_WIDTH / 2;
    beginLayout(half, half);
    cell(half);
    appendSignature(Closings.MAKER, "Small");
    nextCell(half);
    appendSignature(Closings.HEAD_OF_UNIT, "Small");
    endLayout();
  }

  /**
   * A table. What stands at its end is a row of it, kept on one page with the last of the others.
   */
  private void appendRows(Paper.Sheet sheet, int letters, int whole, @Nullable Runnable end) {
    int[] widths = Columns.shares(sheet, letters, whole);
    xml.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"");
    xml.append(whole).append("\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>");
    grid(widths);
    xml.append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (int i = 0; i < widths.length; i++) {
      cell(widths[i], "<w:vAlign w:val=\"center\"/>");
      paragraph("TableHeading", sheet.columns().get(i));
      xml.append("</w:tc>");
    }
    xml.append("</w:tr>");
    for (int no = 1; no <= sheet.rows().size(); no++) {
      xml.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
      String more = end != null && no == sheet.rows().size() ? "Kept" : "";
      for (int i = 0; i < widths.length; i++) {
        cell(widths[i]);
        Object value = sheet.rows().get(no - 1).get(i);
        paragraph((value instanceof Number ? "TableNumber" : "TableText") + more, Shown.of(value));
        xml.append("</w:tc>");
      }
      xml.append("</w:tr>");
    }
    if (sheet.rows().isEmpty()) {
      xml.append("<w:tr>");
      cell(whole, "<w:gridSpan w:val=\"" + widths.length + "\"/>");
      paragraph("TableNone", "Không có");
      xml.append("</w:tc></w:tr>");
    }
    if (end != null) {
      xml.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
      cell(whole, "<w:gridSpan w:val=\"" + widths.length + "\"/>" + BARE);
      end.run();
      paragraph("End", "");
      xml.append("</w:tc></w:tr>");
    }
    xml.append("</w:tbl>");
  }

  /** A table without lines that only puts things side by side; its first row is begun. */
  private void beginLayout(int... widths) {
    xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblLayout");
    xml.append(" w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right");
    xml.append(" w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>");
    grid(widths);
    xml.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
  }

  private void endLayout() {
    xml.append("</w:tc></w:tr></w:tbl>");
  }

  private void grid(int... widths) {
    xml.append("<w:tblGrid>");
    for (int width : widths) {
      if (width > 0) {
        xml.append("<w:gridCol w:w=\"").append(width).append("\"/>");
      }
    }
    xml.append("</w:tblGrid>");
  }

  private void nextCell(int width) {
    xml.append("</w:tc>");
    cell(width);
  }

  private void cell(int width) {
    cell(width, "");
  }

  private void cell(int width, String more) {
    xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/>");
    xml.append(more).append("</w:tcPr>");
  }

  private void drawing(String style, String run) {
    xml.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
    xml.append(run).append("</w:p>");
  }

  private void paragraph(String style, String text) {
    xml.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      xml.append("<w:r>").append(i == 0 ? "" : "<w:br/>").append("<w:t xml:space=\"preserve\">");
      xml.append(HtmlText.escaped(lines[i])).append("</w:t></w:r>");
    }
    xml.append("</w:p>");
  }

  /** Ends a section: the text, or an appendix, which counts its own pages. */
  private String section(boolean appendix) {
    String size =
        appendix
            ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
            : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
    return ("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"" + pageNumber + "\"/>")
        + ("<w:footerReference w:type=\"default\" r:id=\"" + pageFoot + "\"/>")
        + (appendix ? "" : "<w:footerReference w:type=\"first\" r:id=\"" + pageFoot + "\"/>")
        + size
        + "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\""
        + (appendix ? "851" : "1701")
        + "\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
        + (appendix ? "<w:pgNumType w:start=\"1\"/>" : "<w:titlePg/>")
        + "</w:sectPr>";
  }

  /** Without it Word takes the document for one of its version of 2007. */
  private static final String SETTINGS =
      DocxPackage.XML
          + "<w:settings"
          + DocxPackage.W
          + "><w:compat><w:compatSetting w:name=\"compatibilityMode\""
          + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
          + "</w:settings>";

  private static final String PAGE_NUMBER =
      DocxPackage.XML
          + "<w:hdr"
          + DocxPackage.W
          + "><w:p><w:pPr><w:pStyle w:val=\"PageNumber\"/></w:pPr><w:r><w:fldChar"
          + " w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE"
          + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";

  private static String pageFoot(String text) {
    return DocxPackage.XML
        + "<w:ftr"
        + DocxPackage.W
        + "><w:p><w:pPr><w:pStyle w:val=\"PageFoot\"/></w:pPr><w:r><w:t xml:space=\"preserve\">"
        + HtmlText.escaped(text)
        + "</w:t></w:r></w:p></w:ftr>";
  }
}
