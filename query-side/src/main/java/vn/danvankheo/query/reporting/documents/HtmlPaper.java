package vn.danvankheo.query.reporting.documents;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A paper as XHTML that prints on A4 as the decree asks. */
final class HtmlPaper {
  private static final String STYLE =
      """
      @page { size: A4 portrait; margin: 20mm 20mm 20mm 30mm;
        @top-center { content: counter(page); font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 13pt } }
      @page :first { @top-center { content: '' } }
      @page wide { size: A4 landscape; margin: 20mm 15mm 20mm 20mm }
      body { font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 14pt; line-height: 1.25; color: #000 }
      @media print { body { margin: 0 } }
      .head { width: 100%; border-collapse: collapse; table-layout: fixed }
      .head td { border: 0; text-align: center; vertical-align: top; font-size: 12pt; padding: 0 }
      .rule { width: 40%; border-top: 1px solid #000; height: 1px; margin: 5pt auto 4pt auto }
      .title { text-align: center; font-weight: bold; margin: 14pt 0 2pt 0 }
      h1 { font-size: 14pt; margin: 8pt 0 4pt 0; text-indent: 10mm } h2 { font-size: 14pt; margin: 6pt 0 4pt 0; text-indent: 10mm }
      p { text-align: justify; text-indent: 10mm; margin: 0 0 6pt 0 }
      .sheet { page: wide; page-break-before: always; width: 262mm }
      .sheet h3 { text-align: center; font-size: 13pt; margin: 0 0 6pt 0 }
      .sheet table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
      .sheet th, .sheet td { border: 1px solid #000; font-size: 10pt; padding: 2pt 3pt; vertical-align: top; line-height: 1.1 }
      .sheet th:nth-child(2) { width: 45mm }
      .sheet tr { page-break-inside: avoid } .n { text-align: right }
      .sign { width: 50%; margin-left: 50%; text-align: center; font-weight: bold; margin-top: 14pt }
      .foot { font-size: 9pt; text-indent: 0; text-align: left; margin-top: 30pt; border-top: 1px solid #000 }
      """;

  private HtmlPaper() {}

  static String of(Paper paper) {
    StringBuilder html = new StringBuilder(32_768);
    html.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"vi\"><head>");
    html.append("<meta charset=\"UTF-8\"/><title>");
    html.append(escaped(String.join(" ", paper.title()))).append("</title><style>");
    html.append(STYLE).append("</style>");
    appendBookmarks(html, paper);
    html.append("</head><body>");
    appendHead(html, paper);
    paper
        .title()
        .forEach(
            line -> html.append("<div class=\"title\">").append(escaped(line)).append("</div>"));
    html.append("<div class=\"rule\"></div>");
    for (int i = 0; i < paper.blocks().size(); i++) {
      Paper.Block block = paper.blocks().get(i);
      String tag = block.level() == 0 ? "p" : "h" + block.level();
      html.append('<').append(tag).append(" id=\"b").append(i).append("\">");
      html.append(escaped(block.text())).append("</").append(tag).append('>');
    }
    String signer = paper.signer();
    html.append("<div class=\"sign\">").append(signer == null ? "" : escaped(upper(signer)));
    html.append("</div><p class=\"foot\">").append(lines(paper.foot())).append("</p>");
    for (int i = 0; i < paper.appendices().size(); i++) {
      appendSheet(html, paper.appendices().get(i), i);
    }
    return html.append("</body></html>\n").toString();
  }

  private static void appendBookmarks(StringBuilder html, Paper paper) {
    html.append("<bookmarks>");
    for (int i = 0; i < paper.blocks().size(); i++) {
      if (paper.blocks().get(i).level() == 1) {
        bookmark(html, paper.blocks().get(i).text(), "b" + i);
      }
    }
    for (int i = 0; i < paper.appendices().size(); i++) {
      bookmark(html, paper.appendices().get(i).title(), "s" + i);
    }
    html.append("</bookmarks>");
  }

  private static void bookmark(StringBuilder html, String name, String id) {
    html.append("<bookmark name=\"").append(escaped(name)).append("\" href=\"#").append(id);
    html.append("\"/>");
  }

  private static void appendHead(StringBuilder html, Paper paper) {
    String superior = paper.superior();
    html.append("<table class=\"head\"><tr><td style=\"width:38%\">");
    html.append(superior == null ? "" : escaped(upper(superior)) + "<br/>");
    html.append("<b>").append(escaped(upper(paper.issuer()))).append("</b>");
    html.append("<div class=\"rule\"></div></td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br/>");
    html.append("Độc lập - Tự do - Hạnh phúc</b><div class=\"rule\"></div></td></tr><tr><td>Số: ");
    html.append(escaped(number(paper.number()))).append("</td><td><i>");
    html.append(escaped(paper.placeAndDay())).append("</i></td></tr></table>");
  }

  static String number(@Nullable String number) {
    return number == null ? "      /BC-…" : number;
  }

  private static void appendSheet(StringBuilder html, Paper.Sheet sheet, int no) {
    html.append("<div class=\"sheet\" id=\"s").append(no).append("\"><h3>");
    html.append(escaped(sheet.title())).append("</h3><table><thead><tr>");
    sheet.columns().forEach(c -> html.append("<th>").append(escaped(c)).append("</th>"));
    html.append("</tr></thead><tbody>");
    for (List<? extends @Nullable Object> row : sheet.rows()) {
      html.append("<tr>");
      for (Object cell : row) {
        html.append(cell instanceof Number ? "<td class=\"n\">" : "<td>");
        html.append(escaped(Shown.of(cell))).append("</td>");
      }
      html.append("</tr>");
    }
    html.append("</tbody></table></div>");
  }

  private static String lines(List<String> lines) {
    return String.join("<br/>", lines.stream().map(HtmlPaper::escaped).toList());
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(c -> c >= ' ' || c == '\n')
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }
}
