package vn.danvankheo.benchmarks.measure;

/**
 * How a comparison is run.
 *
 * @param writers how many threads work at once
 * @param warmUps rounds before the first that counts
 * @param rounds rounds that count
 * @param seconds about how long one turn takes
 */
public record Protocol(int writers, int warmUps, int rounds, double seconds) {
  /**
   * The same with other writers.
   *
   * @param number how many threads work at once
   * @return a protocol
   */
  public Protocol withWriters(int number) {
    return new Protocol(number, warmUps, rounds, seconds);
  }
}
