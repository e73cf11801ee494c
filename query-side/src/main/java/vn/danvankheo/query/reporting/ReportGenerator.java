package vn.danvankheo.query.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelReplicated;
import vn.danvankheo.events.plan.PlanEvent;
import vn.danvankheo.events.rating.RatingEvent;
import vn.danvankheo.events.report.ReportEvent;
import vn.danvankheo.events.state.ModelFold;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.RatingState;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.state.Takeover;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitEvent;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.query.reading.StreamScan;
import vn.danvankheo.query.reporting.domain.Definition;
import vn.danvankheo.query.reporting.domain.Knowledge;
import vn.danvankheo.query.views.plans.PlanBook;
import vn.danvankheo.query.views.units.UnitTree;

/** Makes reports from the events up to a position, and from nothing else. */
public final class ReportGenerator {
  private static final String MODEL = "model";

  private final StreamScan events;

  /**
   * Reads the event log.
   *
   * @param events its streams
   */
  public ReportGenerator(StreamScan events) {
    this.events = events;
  }

  /**
   * Makes a report.
   *
   * @param definition how
   * @param scope about what
   * @param position the last event in the log that it knows of; nothing can appear before it
   * @return the report
   * @throws vn.danvankheo.query.reading.EventDatabaseFailure when the event database is away
   * @throws vn.danvankheo.query.reading.UnreadableEvent when this release can't read an event
   */
  public GeneratedReport generate(Definition definition, ReportScope scope, long position) {
    return generate(definition, scope, position, read -> {});
  }

  /**
   * The same, and tells how far it is.
   *
   * @param definition how
   * @param scope about what
   * @param position the last event in the log that it knows of
   * @param read is told after each model how many events were read
   * @return the report
   */
  public GeneratedReport generate(
      Definition definition, ReportScope scope, long position, LongConsumer read) {
    Definition.Fold fold = definition.begin(scope, knowledge(position));
    Map<String, List<Begun<Takeover>>> takeovers = takeovers(position);
    long[] count = {0};
    events.each(
        MODEL,
        position,
        stream -> {
          String id = stream.get(0).recorded().aggregateId();
          add(fold, stream, takeovers.getOrDefault(id, List.of()));
          count[0] += stream.size();
          read.accept(count[0]);
        });
    return GeneratedReport.of(fold.report(), position);
  }

  /**
   * How many events {@link #generate} reads.
   *
   * @param position the last event in the log
   * @return zero or more
   */
  public long count(long position) {
    return events.count(MODEL, position);
  }

  private static void add(
      Definition.Fold fold, List<StoredEvent> stream, List<Begun<Takeover>> takeovers) {
    ModelState now = null;
    ModelState before = null;
    for (StoredEvent event : stream) {
      now = ModelFold.apply(now, of(event, ModelEvent.class));
      if (event.position() <= fold.comparedPosition()) {
        before = now;
      }
    }
    for (Begun<Takeover> taken : takeovers) {
      now = now == null ? null : now.plus(taken.state().replica());
      if (before != null && taken.position() <= fold.comparedPosition()) {
        before = before.plus(taken.state().replica());
      }
    }
    if (now != null) {
      fold.add(now, before);
    }
  }

  /** By what was taken over, in the order of the log. */
  private Map<String, List<Begun<Takeover>>> takeovers(long position) {
    return begun(Takeover.AGGREGATE_TYPE, position, ModelReplicated.class, Takeover::apply)
        .collect(Collectors.groupingBy(taken -> taken.state().sourceId()));
  }

  private Knowledge knowledge(long position) {
    return new Knowledge(
        new UnitTree(states("unit", position, UnitEvent.class, UnitState::apply)),
        new PlanBook(states("plan", position, PlanEvent.class, PlanState::apply)),
        states("rating", position, RatingEvent.class, RatingState::apply),
        states("report", position, ReportEvent.class, ReportState::apply));
  }

  /** The aggregates of a type, in the order in which they began. */
  private <S, E extends DomainEvent> List<S> states(
      String type, long position, Class<E> family, BiFunction<@Nullable S, Recorded<E>, S> fold) {
    return begun(type, position, family, fold).map(Begun::state).toList();
  }

  private <S, E extends DomainEvent> Stream<Begun<S>> begun(
      String type, long position, Class<E> family, BiFunction<@Nullable S, Recorded<E>, S> fold) {
    List<Begun<S>> begun = new ArrayList<>();
    events.each(
        type,
        position,
        stream -> {
          S state = null;
          for (StoredEvent event : stream) {
            state = fold.apply(state, of(event, family));
          }
          begun.add(new Begun<>(stream.get(0).position(), state));
        });
    return begun.stream().sorted(Comparator.comparingLong(Begun::position));
  }

  /**
   * An event of a family.
   *
   * @param event as it was stored
   * @param family what it must be one of
   * @return the same
   * @param <E> the family
   */
  public static <E extends DomainEvent> Recorded<E> of(StoredEvent event, Class<E> family) {
    Recorded<?> r = event.recorded();
    return new Recorded<>(r.aggregateId(), r.version(), r.at(), family.cast(r.event()));
  }

  private record Begun<S>(long position, S state) {}
}
