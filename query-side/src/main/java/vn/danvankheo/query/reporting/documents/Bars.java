package vn.danvankheo.query.reporting.documents;

import java.util.List;

/** The bars of a chart as drawings, dark and light so that they differ on any printer. */
final class Bars {
  static final List<String> COLOURS = List.of("#1f4e79", "#9dc3e6");
  private static final int LONGEST = 420;
  private static final int HEIGHT = 11;

  private Bars() {}

  /** A bar of a chart that has a share of the page's breadth. */
  static Drawing bar(Paper.Chart chart, int series, int value, double share) {
    int longest = (int) (LONGEST * share);
    int most =
        chart.groups().stream().flatMap(group -> group.values().stream()).reduce(1, Math::max);
    int width = value == 0 ? 1 : Math.max(1, longest * value / most);
    return rectangle(width, series);
  }

  /** The square that tells which series a colour is. */
  static Drawing key(int series) {
    return rectangle(HEIGHT, series);
  }

  private static Drawing rectangle(int width, int series) {
    return new Drawing(
        width, HEIGHT, List.of(new Drawing.Rectangle(0, 0, width, HEIGHT, COLOURS.get(series))));
  }
}
