package vn.danvankheo.benchmarks.measure;

import java.util.function.LongSupplier;

/**
 * How a comparison is run.
 *
 * @param writers how many threads work at once
 * @param warmUps rounds before the first that counts
 * @param rounds rounds that count
 * @param seconds about how long one turn takes
 * @param servers what the servers' processes have used of the processors so far, in nanoseconds
 */
public record Protocol(int writers, int warmUps, int rounds, double seconds, LongSupplier servers) {
  /**
   * The same with other writers.
   *
   * @param number how many threads work at once
   * @return a protocol
   */
  public Protocol withWriters(int number) {
    return new Protocol(number, warmUps, rounds, seconds, servers);
  }
}
