package vn.danvankheo.benchmarks.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import vn.danvankheo.benchmarks.measure.Round;
import vn.danvankheo.benchmarks.programs.HttpLine;
import vn.danvankheo.benchmarks.programs.HttpLines;
import vn.danvankheo.benchmarks.programs.Registry;
import vn.danvankheo.benchmarks.programs.Strides;

/**
 * People at their desks: readers who ask for a model or a list twice a second, and writers who
 * change a model of their own four times a second. A latency counts from when the question was due,
 * so that one who had to wait is not forgotten. What fails, is missing, or shows an older version
 * than somebody has seen ends it.
 */
final class Crowd implements AutoCloseable {
  private static final int READERS = 50;
  private static final int WRITERS = 4;
  private static final long READ_MICROS = 500_000;
  private static final long WRITE_MICROS = 250_000;

  /** One question in so many is for a list. */
  private static final int LISTS = 5;

  private static final String LIST = "/api/models?field=NEW_RURAL_AND_URBAN&limit=50";

  private final Registry registry;
  private final List<String> ids;
  private final HttpLines reading;
  private final HttpLines writing;
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(READERS + WRITERS);
  private final List<ScheduledFuture<?>> running = new ArrayList<>();
  private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();
  private long turnBegan = System.nanoTime();

  Crowd(Registry registry, List<String> ids, int commands, int queries) throws IOException {
    this.registry = registry;
    this.ids = ids;
    this.writing = new HttpLines(commands, WRITERS);
    this.reading = new HttpLines(queries, READERS);
    List<Registry.Done> own = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      Registry.Done done = registry.register(writing.of(i));
      own.add(done);
      registry.get(reading.of(i), "/api/models/" + done.id() + "?minVersion=" + done.version());
    }
    for (int i = 0; i < READERS; i++) {
      running.add(every(READ_MICROS, i * READ_MICROS / READERS, new Reader(i, own)));
    }
    for (int i = 0; i < WRITERS; i++) {
      running.add(every(WRITE_MICROS, i * WRITE_MICROS / WRITERS, new Writer(i, own.get(i))));
    }
  }

  private ScheduledFuture<?> every(long micros, long first, Doing doing) {
    long began = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(first);
    AtomicInteger times = new AtomicInteger();
    return threads.scheduleAtFixedRate(
        () -> {
          int time = times.getAndIncrement();
          try {
            doing.once(time, began + time * TimeUnit.MICROSECONDS.toNanos(micros));
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        },
        first,
        micros,
        TimeUnit.MICROSECONDS);
  }

  /** What all have waited since the turn before. */
  Round turn() throws ExecutionException, InterruptedException {
    for (ScheduledFuture<?> one : running) {
      if (one.isDone()) {
        one.get();
      }
    }
    List<Long> all = new ArrayList<>();
    for (Long one = latencies.poll(); one != null; one = latencies.poll()) {
      all.add(one);
    }
    long now = System.nanoTime();
    Round round = new Round(now - turnBegan, all.stream().mapToLong(Long::longValue).toArray(), 0);
    turnBegan = now;
    return round;
  }

  int changes() {
    return changes.get();
  }

  @Override
  public void close() throws Exception {
    threads.shutdown();
    if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("An answer takes too long");
    }
    reading.close();
    writing.close();
  }

  /** What somebody does again and again. */
  private interface Doing {
    void once(int time, long due) throws IOException;
  }

  private final class Reader implements Doing {
    private final int number;
    private final List<Registry.Done> changing;

    Reader(int number, List<Registry.Done> changing) {
      this.number = number;
      this.changing = changing;
    }

    @Override
    public void once(int time, long due) throws IOException {
      if (time % LISTS == 0) {
        registry.get(reading.of(number), LIST);
      } else {
        model(
            time % 2 == 0 ? changing.get(time / 2 % WRITERS).id() : Strides.one(ids, number, time));
      }
      latencies.add(System.nanoTime() - due);
    }

    private void model(String id) throws IOException {
      long atLeast = seen.getOrDefault(id, 0L);
      HttpLine.Answer answer = registry.get(reading.of(number), "/api/models/" + id);
      long version = Long.parseLong(String.valueOf(answer.header("ETag")).replace("\"", ""));
      if (version < atLeast) {
        throw new IOException(id + " was at " + atLeast + " and is at " + version);
      }
      seen.merge(id, version, Math::max);
    }
  }

  private final class Writer implements Doing {
    private final int number;
    private Registry.Done last;

    Writer(int number, Registry.Done first) {
      this.number = number;
      this.last = first;
    }

    @Override
    public void once(int time, long due) throws IOException {
      last = registry.update(writing.of(number), last.id(), last.version(), time + 1);
      changes.incrementAndGet();
    }
  }
}
