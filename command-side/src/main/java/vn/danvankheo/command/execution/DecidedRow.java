package vn.danvankheo.command.execution;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.eventstore.Appends;

/**
 * What was decided about one of several commands, before anything is written.
 *
 * @param aggregateId its aggregate
 * @param decided what it does; null when it is refused
 * @param refusal why it is refused; null when it is not
 */
record DecidedRow(String aggregateId, @Nullable Decided decided, @Nullable Refusal refusal) {
  /** Decides; only what is no refusal fails. */
  static DecidedRow of(String aggregateId, Supplier<Decided> decision) {
    try {
      return new DecidedRow(aggregateId, decision.get(), null);
    } catch (RuntimeException e) {
      if (Refusal.is(e)) {
        return new DecidedRow(aggregateId, null, Refusal.of(e));
      }
      throw e;
    }
  }

  /** What it comes to when nothing is written. */
  RowOutcome outcome() {
    return new RowOutcome(aggregateId, null, refusal);
  }

  /** What all of them have come to. */
  static BulkResult result(Attempt attempt, List<DecidedRow> rows, Appends appends) {
    return new BulkResult(
        Attempt.lastPosition(appends),
        rows.stream()
            .map(
                row ->
                    new RowOutcome(
                        row.aggregateId,
                        row.decided == null ? null : attempt.result(row.decided, appends),
                        row.refusal))
            .toList());
  }
}
