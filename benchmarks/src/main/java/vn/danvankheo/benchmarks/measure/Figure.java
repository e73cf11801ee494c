package vn.danvankheo.benchmarks.measure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Something measured several times.
 *
 * @param name what
 * @param unit in which unit; {@code ×} for ratios
 * @param values one for each round, at least one
 */
public record Figure(String name, String unit, List<Double> values) {
  /** Keeps its own copy of the list. */
  public Figure {
    values = List.copyOf(values);
  }

  /**
   * Something measured once.
   *
   * @param name what
   * @param unit in which unit
   * @param value the only value
   * @return a figure
   */
  public static Figure once(String name, String unit, double value) {
    return new Figure(name, unit, List.of(value));
  }

  /**
   * The value in the middle.
   *
   * @return the mean of the two in the middle when their number is even
   */
  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * The smallest value.
   *
   * @return of all rounds
   */
  public double lowest() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /**
   * The greatest value.
   *
   * @return of all rounds
   */
  public double highest() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /**
   * This as a multiple of another figure of the same rounds.
   *
   * @param other the divisor
   * @return a ratio for each round
   */
  public Figure over(Figure other) {
    return new Figure(
        name + " / " + other.name,
        "×",
        IntStream.range(0, values.size())
            .mapToObj(i -> values.get(i) / other.values.get(i))
            .toList());
  }
}
