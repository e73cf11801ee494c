package vn.danvankheo.command.importing.running;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.importing.RowReader;
import vn.danvankheo.command.importing.reading.UnreadableFile;
import vn.danvankheo.web.importing.RowResult;

/** One import from where it is to its end, or until this process stops. */
final class ImportRun {
  /** So many rows go into one transaction; more would make all others wait for their codes. */
  static final int MOST_ATOMIC = 2_000;

  private final ImportJob job;
  private final Path file;
  private final ImportStore store;
  private final RowStore rows;
  private final CommandExecutor executor;
  private final Supplier<String> ids;
  private final BooleanSupplier stopping;

  ImportRun(
      ImportJob job,
      Path file,
      ImportStore store,
      RowStore rows,
      CommandExecutor executor,
      Supplier<String> ids,
      BooleanSupplier stopping) {
    this.job = job;
    this.file = file;
    this.store = store;
    this.rows = rows;
    this.executor = executor;
    this.ids = ids;
    this.stopping = stopping;
  }

  /**
   * Goes on with it.
   *
   * @throws IOException when the file put aside is gone
   * @throws LostJob when another process has gone on with it
   */
  void run() throws IOException {
    try {
      int total = job.total() == null ? count() : job.total();
      store.begin(job, total);
      if (total == 0) {
        store.fail(job, "NO_ROWS", Map.of());
      } else if (allAtOnce() && total > MOST_ATOMIC) {
        store.fail(job, "ATOMIC_TOO_LARGE", Map.of("maximum", MOST_ATOMIC, "total", total));
      } else {
        runRows();
      }
    } catch (UnreadableFile unreadable) {
      store.fail(job, unreadable.reason().name(), unreadable.details());
    }
  }

  private boolean allAtOnce() {
    return job.atomic() && !job.dryRun();
  }

  /** Reads the whole file once before anything is done, so that damage shows before. */
  private int count() throws IOException {
    try (RowReader reader = RowReader.open(file)) {
      return reader.countRest();
    }
  }

  private void runRows() throws IOException {
    try (RowReader reader = RowReader.open(file)) {
      if (!reader.headingFaults().isEmpty()) {
        refuseHeadings(reader);
        return;
      }
      RowSteps steps = new RowSteps(job, reader, rows, executor, ids);
      boolean done =
          job.dryRun() || job.atomic() ? steps.rehearse(stopping) : steps.register(stopping);
      if (done) {
        finish(steps.refused());
      }
    }
  }

  private void refuseHeadings(RowReader reader) {
    if (job.lastRow() == 0) {
      int row = reader.headingFaults().get(0).row();
      RowResult headings =
          new RowResult(row, RowResult.Outcome.REFUSED, null, null, null, reader.headingFaults());
      rows.keep(job, 0, List.of(new RowStore.Kept(headings, null)), 0);
    }
    store.fail(job, "WRONG_HEADINGS", Map.of("count", reader.headingFaults().size()));
  }

  private void finish(int refused) throws IOException {
    if (!allAtOnce()) {
      store.succeed(job);
    } else if (refused > 0) {
      store.fail(job, "ROWS_REFUSED", Map.of("refused", refused));
    } else {
      try (RowReader reader = RowReader.open(file)) {
        new AllRows(job, reader, store, rows, executor, ids).register();
      }
    }
  }
}
