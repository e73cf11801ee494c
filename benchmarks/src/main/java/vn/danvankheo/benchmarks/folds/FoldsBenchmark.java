package vn.danvankheo.benchmarks.folds;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.benchmarks.generator.EventGenerator;
import vn.danvankheo.benchmarks.generator.GeneratedEvent;
import vn.danvankheo.benchmarks.measure.Figure;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.measure.Protocol;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.views.models.ModelsProjection;

/**
 * What an event of a model costs one processor on its way from the log's bytes into the documents
 * of the view, step by step and without any store: processor time and bytes allocated. Both hardly
 * depend on what else the machine does.
 */
public final class FoldsBenchmark {
  private static final int EVENTS = 20_000;
  private static final int LONG_MODELS = 4;
  private static final int LONG = 1_000;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Protocol protocol;
  private final PrintStream out;
  private final ModelsProjection projection = new ModelsProjection();
  private final List<Figure> figures = new ArrayList<>();

  /**
   * A benchmark.
   *
   * @param protocol how often to measure
   * @param out told about every step
   */
  public FoldsBenchmark(Protocol protocol, PrintStream out) {
    this.protocol = protocol;
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @return figures
   */
  public Findings run() {
    measure("models of 15 to 25 events", EventGenerator.usual(1, EVENTS));
    measure("models of 1,000 events", EventGenerator.ofLength(1, LONG_MODELS, LONG));
    return new Findings("folds", figures, List.of());
  }

  private void measure(String of, Iterator<GeneratedEvent> generated) {
    List<List<LogRow>> streams = streams(generated);
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    for (int i = 0; i < protocol.warmUps() + protocol.rounds(); i++) {
      Map<String, Cost> round = round(streams);
      if (i >= protocol.warmUps()) {
        round.forEach(
            (step, cost) -> costs.computeIfAbsent(step, s -> new ArrayList<>()).add(cost));
      }
    }
    int events = streams.stream().mapToInt(List::size).sum();
    costs.forEach((step, each) -> tell(of + ", " + step, each, events));
  }

  private Map<String, Cost> round(List<List<LogRow>> streams) {
    Meter read = new Meter();
    Meter fold = new Meter();
    Meter emit = new Meter();
    Meter document = new Meter();
    for (List<LogRow> rows : streams) {
      List<StoredEvent> events = read.of(rows, r -> r.stream().map(LogRow::event).toList());
      List<@Nullable ModelState> states = fold.of(events, this::states);
      int last = events.size();
      emit.of(
          events,
          all ->
              IntStream.range(0, last)
                  .mapToObj(i -> projection.emit(states.get(i), states.get(i + 1), all.get(i)))
                  .toList());
      document.of(states.get(last), projection::document);
    }
    Map<String, Cost> costs = new LinkedHashMap<>();
    costs.put("read", read.cost());
    costs.put("fold", fold.cost());
    costs.put("versions and audit", emit.cost());
    costs.put("document", document.cost());
    return costs;
  }

  private List<@Nullable ModelState> states(List<StoredEvent> events) {
    List<@Nullable ModelState> states = new ArrayList<>();
    states.add(null);
    events.forEach(event -> states.add(projection.fold(states.get(states.size() - 1), event)));
    return states;
  }

  private static List<List<LogRow>> streams(Iterator<GeneratedEvent> generated) {
    Map<String, List<LogRow>> streams = new LinkedHashMap<>();
    for (long position = 1; generated.hasNext(); position++) {
      GeneratedEvent event = generated.next();
      if (event.aggregateType().equals("model")) {
        streams
            .computeIfAbsent(event.aggregateId(), id -> new ArrayList<>())
            .add(event.row(position));
      }
    }
    return List.copyOf(streams.values());
  }

  private void tell(String name, List<Cost> each, int events) {
    Figure time =
        new Figure(name, "µs", each.stream().map(c -> c.nanos / NANOS_PER_MICRO / events).toList());
    Figure bytes =
        new Figure(name, "bytes", each.stream().map(c -> (double) c.bytes / events).toList());
    figures.add(time);
    figures.add(bytes);
    out.printf("%-48s %9.1f µs %12.0f bytes%n", name, time.lowest(), bytes.median());
  }

  private record Cost(long nanos, long bytes) {}

  /** Adds up what one step costs the thread. */
  private static final class Meter {
    private long nanos;
    private long bytes;

    <A, B> B of(A argument, Function<A, B> step) {
      long time = THREADS.getCurrentThreadCpuTime();
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      B result = step.apply(argument);
      nanos += THREADS.getCurrentThreadCpuTime() - time;
      bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
      return result;
    }

    Cost cost() {
      return new Cost(nanos, bytes);
    }
  }
}
