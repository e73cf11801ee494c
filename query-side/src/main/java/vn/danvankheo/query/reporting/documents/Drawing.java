package vn.danvankheo.query.reporting.documents;

import java.util.List;

/**
 * A drawing of filled rectangles, all that QR codes and bars need.
 *
 * @param width in pixels of 1/96 inch
 * @param height in the same
 * @param rectangles from below
 */
record Drawing(int width, int height, List<Rectangle> rectangles) {
  static final String BLACK = "#000000";

  /**
   * A filled rectangle, in pixels from the upper left.
   *
   * @param x to the right
   * @param y down
   * @param width its breadth
   * @param height its height
   * @param colour such as {@code #000000}
   */
  record Rectangle(int x, int y, int width, int height, String colour) {}

  void appendSvg(StringBuilder html) {
    html.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
    html.append("\" height=\"").append(height).append("\" shape-rendering=\"crispEdges\">");
    for (Rectangle each : rectangles) {
      html.append("<rect x=\"").append(each.x()).append("\" y=\"").append(each.y());
      html.append("\" width=\"").append(each.width()).append("\" height=\"").append(each.height());
      html.append("\" fill=\"").append(each.colour()).append("\"/>");
    }
    html.append("</svg>");
  }
}
