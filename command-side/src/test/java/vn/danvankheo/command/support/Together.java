package vn.danvankheo.command.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many threads that begin the same thing at the same moment. */
public final class Together {
  private Together() {}

  /**
   * Runs something many times at once.
   *
   * @param times how many threads
   * @param work what each does, by its number from 0
   * @return what each gave or threw, in their order
   * @param <T> what they give
   */
  public static <T> List<Outcome<T>> run(int times, IntFunction<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Outcome<T>>> futures = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return outcome(work, number);
                }));
      }
      start.countDown();
      List<Outcome<T>> outcomes = new ArrayList<>();
      for (Future<Outcome<T>> future : futures) {
        outcomes.add(future.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> Outcome<T> outcome(IntFunction<T> work, int number) {
    try {
      return new Outcome<>(work.apply(number), null);
    } catch (RuntimeException e) {
      return new Outcome<>(null, e);
    }
  }

  /**
   * How one thread fared; one of both is null.
   *
   * @param result what it gave
   * @param thrown what it threw
   * @param <T> what it gives
   */
  public record Outcome<T>(T result, RuntimeException thrown) {}
}
