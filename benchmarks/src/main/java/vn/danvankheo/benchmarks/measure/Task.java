package vn.danvankheo.benchmarks.measure;

/** What one writer does over and over in a round. */
@FunctionalInterface
public interface Task {
  /**
   * Does it once.
   *
   * @param operation how often the writer has done it before in this round
   * @throws Exception ends the benchmark
   */
  void run(int operation) throws Exception;
}
