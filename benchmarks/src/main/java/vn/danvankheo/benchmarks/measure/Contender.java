package vn.danvankheo.benchmarks.measure;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

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

  /**
   * One that has nothing to prepare.
   *
   * @param name its name
   * @param task what a writer does, by the writer's number from 0
   * @return the contender
   */
  static Contender of(String name, IntFunction<Task> task) {
    return new Contender() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Task> prepare(int writers, int operations) {
        return IntStream.range(0, writers).mapToObj(task).toList();
      }
    };
  }
}
