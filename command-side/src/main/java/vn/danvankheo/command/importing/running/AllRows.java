package vn.danvankheo.command.importing.running;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.danvankheo.command.execution.BulkRefused;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.execution.CommandRequest;
import vn.danvankheo.command.execution.RowOutcome;
import vn.danvankheo.command.importing.ImportRow;
import vn.danvankheo.command.importing.RowReader;
import vn.danvankheo.web.importing.RowResult;

/** All rows of an import that were found good, registered in one transaction with its end. */
final class AllRows {
  private final ImportJob job;
  private final RowReader reader;
  private final ImportStore store;
  private final RowStore rows;
  private final CommandExecutor executor;
  private final RowCheck check;

  AllRows(
      ImportJob job,
      RowReader reader,
      ImportStore store,
      RowStore rows,
      CommandExecutor executor,
      Supplier<String> ids) {
    this.job = job;
    this.reader = reader;
    this.store = store;
    this.rows = rows;
    this.executor = executor;
    this.check = new RowCheck(reader, ids);
  }

  /** Registers all; when another request has come in between and one is refused now, none. */
  void register() throws IOException {
    List<RowWish> wishes = new ArrayList<>();
    for (Optional<ImportRow> row = reader.next(); row.isPresent(); row = reader.next()) {
      wishes.add(check.check(row.get()));
    }
    try {
      executor.registerAll(
          new CommandRequest(job.metadata()),
          RowSteps.registrations(wishes),
          true,
          result -> {
            rows.registered(
                job,
                wishes.stream().map(wish -> wish.registered(List.of()).result()).toList(),
                result.position());
            store.succeed(job);
          });
    } catch (BulkRefused raced) {
      refuse(wishes, raced.rows());
    }
  }

  private void refuse(List<RowWish> wishes, List<RowOutcome> outcomes) {
    List<RowResult> refused = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      RowOutcome outcome = outcomes.get(i);
      if (outcome.refusal() != null) {
        RowWish wish = wishes.get(i);
        refused.add(wish.refused(check.faults(wish.number(), outcome.refusal())).result());
      }
    }
    rows.refused(job, refused);
    store.fail(job, "ROWS_REFUSED", Map.of("refused", refused.size()));
  }
}
