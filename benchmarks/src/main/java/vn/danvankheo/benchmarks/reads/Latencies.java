package vn.danvankheo.benchmarks.reads;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import vn.danvankheo.benchmarks.measure.Bar;
import vn.danvankheo.benchmarks.measure.Comparison;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Figure;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.measure.Protocol;

/** Pairs of questions measured by turns, median and slowest hundredth, and their ratios. */
final class Latencies {
  private static final double MEDIAN = 0.5;
  private static final double SLOWEST_HUNDREDTH = 0.99;

  private final Protocol protocol;
  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();

  Latencies(Protocol protocol, PrintStream out) {
    this.protocol = protocol;
    this.out = out;
  }

  void add(Figure figure) {
    figures.add(figure);
  }

  /**
   * The bar is for the slowest hundredth of the first over that of the second. Floors are what
   * can't be gone below: they are measured beside, and the first is told as their multiple too.
   */
  void compare(int readers, Contender first, Contender second, double wanted, Contender... floors)
      throws Exception {
    List<Contender> all = new ArrayList<>(List.of(first, second));
    all.addAll(List.of(floors));
    Comparison measured = Comparison.run(protocol.withWriters(readers), all, out);
    String by = readers == 1 ? ", 1 reader" : ", " + readers + " readers";
    for (double share : new double[] {MEDIAN, SLOWEST_HUNDREDTH}) {
      Figure one = measured.percentile(first.name(), share);
      Figure other = measured.percentile(second.name(), share);
      Figure ratio = one.over(other);
      List<Figure> told = new ArrayList<>(List.of(one, other, ratio));
      for (Contender each : floors) {
        Figure floor = measured.percentile(each.name(), share);
        told.addAll(List.of(floor, one.over(floor)));
      }
      told.forEach(
          figure -> figures.add(new Figure(figure.name() + by, figure.unit(), figure.values())));
      if (share == SLOWEST_HUNDREDTH) {
        bars.add(Bar.atMost(ratio.name() + by, wanted, ratio));
      }
    }
  }

  Findings findings(String benchmark) {
    return new Findings(benchmark, figures, bars);
  }
}
