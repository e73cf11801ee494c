package vn.danvankheo.benchmarks.measure;

import java.util.Arrays;
import java.util.List;

/** One contender's turn: how long it took as a whole and each operation by itself. */
public final class Round {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  private final long nanos;
  private final long[] sorted;
  private final long processorNanos;
  private final long serverNanos;

  /**
   * A finished round.
   *
   * @param nanos from the common start to the last writer's end
   * @param latencies of each operation in nanoseconds, in any order, at least one
   * @param processorNanos what this process used of the processors meanwhile
   */
  public Round(long nanos, long[] latencies, long processorNanos) {
    this(nanos, latencies, processorNanos, 0);
  }

  /**
   * A finished round.
   *
   * @param nanos from the common start to the last writer's end
   * @param latencies of each operation in nanoseconds, in any order, at least one
   * @param processorNanos what this process used of the processors meanwhile
   * @param serverNanos what the servers' processes used of them
   */
  public Round(long nanos, long[] latencies, long processorNanos, long serverNanos) {
    this.nanos = nanos;
    this.sorted = latencies.clone();
    this.processorNanos = processorNanos;
    this.serverNanos = serverNanos;
    Arrays.sort(sorted);
  }

  /**
   * Rounds that followed one another, as one.
   *
   * @param rounds one or more, of which at least one had an operation
   * @return all their operations
   */
  public static Round together(List<Round> rounds) {
    return new Round(
        rounds.stream().mapToLong(round -> round.nanos).sum(),
        rounds.stream().flatMapToLong(round -> Arrays.stream(round.sorted)).toArray(),
        rounds.stream().mapToLong(round -> round.processorNanos).sum(),
        rounds.stream().mapToLong(round -> round.serverNanos).sum());
  }

  /**
   * How fast it went.
   *
   * @return operations a second, of all writers together
   */
  public double perSecond() {
    return sorted.length * NANOS_PER_SECOND / nanos;
  }

  /**
   * How many operations were done.
   *
   * @return one or more
   */
  public int operations() {
    return sorted.length;
  }

  /**
   * How long a share of the operations took at most.
   *
   * @param share 0.5 for the median, 0.99 for all but the slowest hundredth
   * @return milliseconds, by the nearest rank
   */
  public double percentile(double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
  }

  /**
   * How long an operation took in the mean.
   *
   * @return milliseconds
   */
  public double mean() {
    return Arrays.stream(sorted).average().orElseThrow() / NANOS_PER_MILLI;
  }

  /**
   * What an operation cost this process; servers in processes of their own are not counted.
   *
   * @return milliseconds of one processor
   */
  public double processorMillis() {
    return processorNanos / NANOS_PER_MILLI / sorted.length;
  }

  /**
   * What an operation cost the servers' processes.
   *
   * @return milliseconds of one processor
   */
  public double serverMillis() {
    return serverNanos / NANOS_PER_MILLI / sorted.length;
  }
}
