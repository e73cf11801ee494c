package vn.danvankheo.query.reporting.documents;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A paper as XHTML that prints on A4 as the decree asks. */
final class HtmlPaper {
  private static final int SQUARE = 2;
  private static final String LAST_ROWS = "</tbody><tbody class=\"last\">";

  private final Paper paper;
  private final StringBuilder html = new StringBuilder(65_536);

  private HtmlPaper(Paper paper) {
    this.paper = paper;
  }

  static String of(Paper paper) {
    return new HtmlPaper(paper).write();
  }

  private String write() {
    html.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"vi\"><head>");
    html.append("<meta charset=\"UTF-8\"/><title>");
    html.append(HtmlText.escaped(String.join(" ", paper.title()))).append("</title><style>");
    html.append(HtmlText.escaped(HtmlStyle.with(paper.foot().eachPage()))).append("</style>");
    html.append("<style media=\"").append(HtmlStyle.BROWSERS).append("\">");
    html.append(HtmlStyle.ofSheets(paper.printed().size())).append("</style>");
    appendBookmarks();
    html.append("</head><body><div class=\"text\">");
    appendHead();
    html.append("<div class=\"titles\">");
    for (String line : paper.title()) {
      element(Paper.isAttached(line) ? "div class=\"attached\"" : "div class=\"title\"", line);
    }
    html.append("<div class=\"rule short\"></div></div>");
    int last = paper.blocks().size() - 1;
    for (int i = 0; i < last; i++) {
      appendBlock(paper.blocks().get(i), i);
    }
    // Nobody signs a page without text.
    html.append("<div class=\"last\">");
    appendBlock(paper.blocks().get(last), last);
    appendClosing();
    appendFoot();
    html.append("</div></div>");
    List<Paper.Sheet> sheets = paper.printed();
    for (int i = 0; i < sheets.size(); i++) {
      appendSheet(sheets.get(i), i);
    }
    return html.append("</body></html>\n").toString();
  }

  private void appendBookmarks() {
    html.append("<bookmarks>");
    for (int i = 0; i < paper.blocks().size(); i++) {
      if (paper.blocks().get(i) instanceof Paper.Text text && text.level() == 1) {
        bookmark(text.words(), "b" + i);
      }
    }
    List<Paper.Sheet> sheets = paper.printed();
    for (int i = 0; i < sheets.size(); i++) {
      bookmark(sheets.get(i).title(), "s" + i);
    }
    html.append("</bookmarks>");
  }

  private void bookmark(String name, String id) {
    html.append("<bookmark name=\"")
        .append(HtmlText.escaped(name))
        .append("\" href=\"#")
        .append(id);
    html.append("\"/>");
  }

  private void appendHead() {
    Paper.Head head = paper.head();
    String superior = head.superior();
    html.append("<table class=\"head\"><tr><td class=\"left\">");
    html.append(superior == null ? "" : lines(PlaceName.heading(superior).lines().toList()));
    html.append("<b>").append(lines(PlaceName.heading(head.issuer()).lines().toList()));
    html.append(
        "</b><div class=\"rule short\"></div></td><td class=\"right\"><b class=\"nation\">");
    html.append("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br/><b>Độc lập - Tự do - Hạnh phúc</b>");
    html.append("<div class=\"rule motto\"></div></td></tr><tr class=\"no\"><td>");
    html.append(HtmlText.escaped(orNothing(head.number()))).append("</td><td><i>");
    html.append(HtmlText.escaped(orNothing(head.placeAndDay()))).append("</i></td></tr></table>");
  }

  private void appendBlock(Paper.Block block, int no) {
    if (block instanceof Paper.Table table) {
      appendRows(table.sheet(), 90, 159, null);
    } else if (block instanceof Paper.Text text) {
      String tag = text.level() == 0 ? "p" : "h" + text.level();
      String kept = paper.isKept(no) ? " class=\"kept\"" : "";
      element(tag + kept + " id=\"b" + no + "\"", text.words());
    }
  }

  private void appendClosing() {
    Paper.Closing closing = paper.closing();
    Paper.Signature left = closing.left();
    html.append("<table class=\"sign\"><tr>");
    if (left == null) {
      appendRecipients(closing.recipients());
    } else {
      appendSignature(left);
    }
    appendSignature(closing.right());
    html.append("</tr><tr><td class=\"room\"></td><td></td></tr>");
    if (left != null && !closing.recipients().isEmpty()) {
      html.append("<tr>");
      appendRecipients(closing.recipients());
      html.append("<td></td></tr>");
    }
    html.append("</table>");
  }

  private void appendRecipients(List<String> recipients) {
    html.append("<td class=\"to\">");
    if (!recipients.isEmpty()) {
      html.append("<b>Nơi nhận:</b>").append(lines(recipients));
    }
    html.append("</td>");
  }

  private void appendSignature(Paper.Signature signature) {
    html.append("<td>");
    element("b", signature.position());
    if (signature.how() != null) {
      element("span class=\"how\"", signature.how());
    }
    html.append("</td>");
  }

  private void appendFoot() {
    Paper.Foot foot = paper.foot();
    if (foot.lines().isEmpty()) {
      return;
    }
    html.append("<table class=\"foot\"><tr>");
    String address = foot.address();
    if (address != null) {
      html.append("<td class=\"qr\">");
      new QrCode(address).drawing(SQUARE).appendSvg(html);
      html.append("</td>");
    }
    html.append("<td>").append(lines(foot.lines())).append("</td></tr></table>");
  }

  private void appendSheet(Paper.Sheet sheet, int no) {
    html.append("<div class=\"sheet\" id=\"s").append(no).append("\">");
    element("h3", sheet.title());
    element("p class=\"attached\"", paper.attached());
    appendRows(sheet, 148, 261, () -> appendEnd(sheet));
    html.append("</div>");
  }

  private void appendEnd(Paper.Sheet sheet) {
    if (!sheet.charts().isEmpty()) {
      html.append("<table class=\"charts\"><tr>");
      for (Paper.Chart chart : sheet.charts()) {
        html.append("<td>");
        appendChart(chart, 1.0 / sheet.charts().size());
        html.append("</td>");
      }
      html.append("</tr></table>");
    }
    html.append("<table class=\"sign\"><tr>");
    appendSignature(Closings.MAKER);
    appendSignature(Closings.HEAD_OF_UNIT);
    html.append("</tr></table>");
  }

  /**
   * A table. What stands at its end is a row of it, kept on one page with the last of the others.
   */
  private void appendRows(Paper.Sheet sheet, int letters, int millimetres, @Nullable Runnable end) {
    html.append("<table class=\"rows\"><colgroup>");
    for (int tenths : Columns.shares(sheet, letters, millimetres * 10)) {
      html.append("<col style=\"width:").append(tenths / 10).append('.').append(tenths % 10);
      html.append("mm\"/>");
    }
    html.append("</colgroup><thead><tr>");
    sheet.columns().forEach(column -> element("th", column));
    html.append("</tr></thead><tbody>");
    for (int i = 0; i < sheet.rows().size(); i++) {
      html.append(i > 0 && i == sheet.rows().size() - 1 ? LAST_ROWS : "").append("<tr>");
      for (@Nullable Object cell : sheet.rows().get(i)) {
        element(cell instanceof Number ? "td class=\"n\"" : "td", Shown.of(cell));
      }
      html.append("</tr>");
    }
    if (sheet.rows().isEmpty()) {
      html.append("<tr><td class=\"none\" colspan=\"").append(sheet.columns().size());
      html.append("\">Không có</td></tr>");
    }
    if (end != null) {
      html.append("<tr><td class=\"end\" colspan=\"").append(sheet.columns().size()).append("\">");
      end.run();
      html.append("</td></tr>");
    }
    html.append("</tbody></table>");
  }

  private void appendChart(Paper.Chart chart, double share) {
    html.append("<table class=\"chart\"><tr><td></td><td class=\"of\">");
    html.append(HtmlText.escaped(chart.title())).append("</td></tr><tr><td></td><td>");
    for (int i = 0; i < chart.series().size(); i++) {
      Bars.key(i).appendSvg(html);
      html.append(' ').append(HtmlText.escaped(chart.series().get(i))).append("&#160; &#160;");
    }
    html.append("</td></tr>");
    for (Paper.Group group : chart.groups()) {
      html.append("<tr>");
      element("td class=\"label\"", group.label());
      html.append("<td>");
      for (int i = 0; i < group.values().size(); i++) {
        html.append("<div>");
        Bars.bar(chart, i, group.values().get(i), share).appendSvg(html);
        html.append(' ').append(Shown.of(group.values().get(i))).append("</div>");
      }
      html.append("</td></tr>");
    }
    html.append("</table>");
  }

  /** An element of text; what follows a blank in its tag are attributes. */
  private void element(String tag, String text) {
    html.append('<').append(tag).append('>').append(HtmlText.escaped(text)).append("</");
    html.append(tag.split(" ", 2)[0]).append('>');
  }

  private static String lines(List<String> lines) {
    return String.join(
        "", lines.stream().map(l -> "<div>" + HtmlText.escaped(l) + "</div>").toList());
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
