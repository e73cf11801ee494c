package vn.danvankheo.benchmarks.measure;

import java.util.List;

/**
 * What one benchmark found.
 *
 * @param benchmark its name
 * @param figures what was measured
 * @param bars what had to be reached
 */
public record Findings(String benchmark, List<Figure> figures, List<Bar> bars) {
  /** Keeps its own copies of the lists. */
  public Findings {
    figures = List.copyOf(figures);
    bars = List.copyOf(bars);
  }
}
