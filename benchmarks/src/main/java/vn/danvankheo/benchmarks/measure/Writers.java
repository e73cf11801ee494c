package vn.danvankheo.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/** Threads that begin together and each do their own task a fixed number of times. */
final class Writers implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private final LongSupplier servers;

  Writers(LongSupplier servers) {
    this.servers = servers;
  }

  Round run(List<Task> tasks, int operations) throws Exception {
    CyclicBarrier start = new CyclicBarrier(tasks.size() + 1);
    List<Future<long[]>> running = new ArrayList<>();
    for (Task task : tasks) {
      running.add(threads.submit(() -> repeat(task, operations, start)));
    }
    start.await();
    long began = System.nanoTime();
    long processor = Machine.processorNanos();
    long servers = this.servers.getAsLong();
    long[] latencies = new long[tasks.size() * operations];
    for (int writer = 0; writer < tasks.size(); writer++) {
      long[] own = running.get(writer).get();
      System.arraycopy(own, 0, latencies, writer * operations, operations);
    }
    return new Round(
        System.nanoTime() - began,
        latencies,
        Machine.processorNanos() - processor,
        this.servers.getAsLong() - servers);
  }

  private static long[] repeat(Task task, int operations, CyclicBarrier start) throws Exception {
    long[] latencies = new long[operations];
    start.await();
    for (int i = 0; i < operations; i++) {
      long began = System.nanoTime();
      task.run(i);
      latencies[i] = System.nanoTime() - began;
    }
    return latencies;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
