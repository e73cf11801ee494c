package vn.danvankheo.query.reporting.documents;

import java.util.List;
import java.util.stream.IntStream;

/** QR codes and charts in Word's own kinds of drawing; lengths in EMU, 360,000 a centimetre. */
final class DocxDrawings {
  static final String NAMESPACES =
      " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";

  private static final String DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006/";
  private static final int CENTIMETRE = 360_000;
  private static final int QR = 24 * CENTIMETRE / 10;
  private static final int CHART_WIDTH = 26 * CENTIMETRE;

  private DocxDrawings() {}

  static String qr(String relationship, int id) {
    String size = "cx=\"" + QR + "\" cy=\"" + QR + "\"";
    return inline(
        size,
        id,
        "Mã QR",
        "picture",
        ("<pic:pic xmlns:pic=\"" + DRAWINGML + "picture\"><pic:nvPicPr><pic:cNvPr id=\"" + id)
            + "\" name=\"qr.png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\""
            + relationship
            + "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            + ("<a:off x=\"0\" y=\"0\"/><a:ext " + size + "/></a:xfrm>")
            + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>");
  }

  /** One of so many charts side by side. */
  static String chart(Paper.Chart chart, String relationship, int id, int sisters) {
    int bars = chart.groups().size() * (chart.series().size() + 1);
    int height = 3 * CENTIMETRE + bars * CENTIMETRE * 34 / 100;
    return inline(
        "cx=\"" + CHART_WIDTH / sisters + "\" cy=\"" + height + "\"",
        id,
        chart.title(),
        "chart",
        ("<c:chart xmlns:c=\"" + DRAWINGML + "chart\" r:id=\"" + relationship + "\"/>"));
  }

  private static String inline(String size, int id, String name, String kind, String graphic) {
    return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent "
        + size
        + ("/><wp:docPr id=\"" + id + "\" name=\"" + HtmlText.escaped(name) + "\"/>")
        + ("<a:graphic><a:graphicData uri=\"" + DRAWINGML + kind + "\">")
        + graphic
        + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
  }

  /** A chart's own part: bars from the top, their numbers beside them, its data within. */
  static String chartPart(Paper.Chart chart) {
    StringBuilder xml = new StringBuilder(4_000);
    xml.append(DocxPackage.XML).append("<c:chartSpace xmlns:c=\"").append(DRAWINGML);
    xml.append("chart\" xmlns:a=\"").append(DRAWINGML).append("main\"");
    xml.append(DocxPackage.R).append("><c:roundedCorners val=\"0\"/><c:chart><c:title><c:tx>");
    xml.append("<c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"1\"/></a:pPr><a:r>");
    xml.append("<a:rPr lang=\"vi-VN\" sz=\"1200\" b=\"1\"/><a:t>");
    xml.append(HtmlText.escaped(chart.title())).append("</a:t></a:r></a:p></c:rich></c:tx>");
    xml.append("<c:overlay val=\"0\"/></c:title><c:autoTitleDeleted val=\"0\"/><c:plotArea>");
    xml.append("<c:layout/><c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>");
    xml.append("<c:varyColors val=\"0\"/>");
    for (int i = 0; i < chart.series().size(); i++) {
      appendSeries(xml, chart, i);
    }
    xml.append("<c:gapWidth val=\"60\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>");
    xml.append("<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"maxMin\"/>");
    xml.append("</c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorTickMark");
    xml.append(" val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>");
    xml.append("<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/></c:catAx>");
    xml.append("<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/>");
    xml.append("<c:min val=\"0\"/></c:scaling><c:delete val=\"1\"/><c:axPos val=\"t\"/>");
    xml.append("<c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>");
    xml.append("<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"none\"/><c:crossAx val=\"1\"/>");
    xml.append("</c:valAx></c:plotArea><c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>");
    xml.append("</c:legend><c:plotVisOnly val=\"1\"/></c:chart><c:txPr><a:bodyPr/><a:p><a:pPr>");
    xml.append("<a:defRPr sz=\"1000\"><a:latin typeface=\"Times New Roman\"/></a:defRPr></a:pPr>");
    return xml.append("<a:endParaRPr lang=\"vi-VN\"/></a:p></c:txPr></c:chartSpace>").toString();
  }

  private static void appendSeries(StringBuilder xml, Paper.Chart chart, int series) {
    List<Paper.Group> groups = chart.groups();
    xml.append("<c:ser><c:idx val=\"").append(series).append("\"/><c:order val=\"");
    xml.append(series).append("\"/><c:tx><c:v>");
    xml.append(HtmlText.escaped(chart.series().get(series))).append("</c:v></c:tx><c:spPr>");
    xml.append("<a:solidFill><a:srgbClr val=\"").append(Bars.COLOURS.get(series).substring(1));
    xml.append(
        "\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/><c:dLbls><c:showLegendKey");
    xml.append(" val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName");
    xml.append(" val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>");
    xml.append("<c:cat><c:strLit><c:ptCount val=\"").append(groups.size()).append("\"/>");
    points(xml, groups.stream().map(group -> HtmlText.escaped(group.label())).toList());
    xml.append("</c:strLit></c:cat><c:val><c:numLit><c:ptCount val=\"").append(groups.size());
    xml.append("\"/>");
    points(xml, groups.stream().map(group -> group.values().get(series).toString()).toList());
    xml.append("</c:numLit></c:val></c:ser>");
  }

  private static void points(StringBuilder xml, List<String> values) {
    IntStream.range(0, values.size())
        .forEach(
            i ->
                xml.append("<c:pt idx=\"")
                    .append(i)
                    .append("\"><c:v>")
                    .append(values.get(i))
                    .append("</c:v></c:pt>"));
  }
}
