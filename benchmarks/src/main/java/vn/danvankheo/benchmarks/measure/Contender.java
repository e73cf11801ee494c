package vn.danvankheo.benchmarks.measure;

import java.util.List;

/** One of several ways to do the same, measured by turns. */
public interface Contender {
  /**
   * What it is called in the results.
   *
   * @return short and unique within a comparison
   */
  String name();

  /**
   * Prepares a round; this time does not count.
   *
   * @param writers how many will write at once
   * @param operations how often each of them will
   * @return a task for each writer
   * @throws Exception ends the benchmark
   */
  List<Task> prepare(int writers, int operations) throws Exception;
}
