package vn.danvankheo.command.execution;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
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
    DecidedRow[] rows = new DecidedRow[intents.size()];
    // Everybody takes the locks of aggregates in this order, so nobody waits in a circle.
    IntStream.range(0, intents.size())
        .boxed()
        .sorted(Comparator.comparing(i -> intents.get(i).command().aggregateId()))
        .forEach(i -> rows[i] = perform(attempt, intents.get(i)));
    List<DecidedRow> outcomes = List.of(rows);
    if (outcomes.stream().anyMatch(row -> row.refusal() != null)) {
      if (attempt.restsOnMemory()) {
        throw new StaleAggregate();
      }
      if (atomic) {
        throw new BulkRefused(outcomes.stream().map(DecidedRow::outcome).toList());
      }
    }
    return appends -> DecidedRow.result(attempt, outcomes, appends);
  }

  private static DecidedRow perform(Attempt attempt, Intent intent) {
    return DecidedRow.of(
        intent.command().aggregateId(),
        () -> attempt.perform(intent.command(), intent.expectation()));
  }
}
