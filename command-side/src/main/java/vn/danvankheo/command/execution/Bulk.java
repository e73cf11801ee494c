package vn.danvankheo.command.execution;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.eventstore.Appends;

/** Several commands in one unit of work. */
final class Bulk {
  private final List<Intent> intents;
  private final boolean atomic;

  Bulk(List<Intent> intents, boolean atomic) {
    this.intents = List.copyOf(intents);
    this.atomic = atomic;
  }

  Function<Appends, BulkResult> run(Attempt attempt) {
    Row[] rows = new Row[intents.size()];
    // Everybody takes the locks of aggregates in this order, so nobody waits in a circle.
    IntStream.range(0, intents.size())
        .boxed()
        .sorted(Comparator.comparing(i -> intents.get(i).command().aggregateId()))
        .forEach(i -> rows[i] = perform(attempt, intents.get(i)));
    List<Row> outcomes = List.of(rows);
    if (outcomes.stream().anyMatch(row -> row.refusal() != null)) {
      if (attempt.restsOnMemory()) {
        throw new StaleAggregate();
      }
      if (atomic) {
        throw new BulkRefused(outcomes.stream().map(row -> row.outcome(null)).toList());
      }
    }
    return appends -> result(attempt, outcomes, appends);
  }

  private static Row perform(Attempt attempt, Intent intent) {
    String id = intent.command().aggregateId();
    try {
      return new Row(id, attempt.perform(intent.command(), intent.expectation()), null);
    } catch (RuntimeException e) {
      if (Refusal.is(e)) {
        return new Row(id, null, Refusal.of(e));
      }
      throw e;
    }
  }

  private static BulkResult result(Attempt attempt, List<Row> rows, Appends appends) {
    return new BulkResult(
        Attempt.lastPosition(appends),
        rows.stream()
            .map(
                row ->
                    row.outcome(
                        row.decided() == null ? null : attempt.result(row.decided(), appends)))
            .toList());
  }

  private record Row(String aggregateId, @Nullable Decided decided, @Nullable Refusal refusal) {
    RowOutcome outcome(@Nullable CommandResult result) {
      return new RowOutcome(aggregateId, result, refusal);
    }
  }
}
