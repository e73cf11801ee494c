package vn.danvankheo.command.importing.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.execution.Contention;
import vn.danvankheo.web.problem.StoreAway;
import vn.danvankheo.web.scratch.Scratch;

/**
 * Works on imports, one at a time in this process. It looks for them when one came in here, and
 * from time to time for those of other processes that came to a sudden end.
 */
final class ImportWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
  private static final long LOOK_MILLIS = 2_000;
  private static final long CLOSE_MILLIS = 10_000;

  private final ImportStore store;
  private final RowStore rows;
  private final CommandExecutor executor;
  private final DataSource dataSource;
  private final Scratch scratch;
  private final Supplier<String> ids;
  private final Semaphore calls = new Semaphore(0);
  private final Thread thread = new Thread(this::work, "imports");
  private volatile boolean stopping;

  ImportWorker(
      ImportStore store,
      RowStore rows,
      CommandExecutor executor,
      DataSource dataSource,
      Scratch scratch,
      Supplier<String> ids) {
    this.store = store;
    this.rows = rows;
    this.executor = executor;
    this.dataSource = dataSource;
    this.scratch = scratch;
    this.ids = ids;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** An import came in. Never waits. */
  void wake() {
    calls.release();
  }

  private void work() {
    try {
      while (!stopping) {
        lookAround();
        if (calls.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          calls.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookAround() {
    try {
      for (int no : store.waiting()) {
        if (!stopping) {
          workOn(no);
        }
      }
    } catch (RuntimeException | SQLException | IOException e) {
      LOG.warn("Imports have to wait: {}", e.toString());
    }
  }

  private void workOn(int no) throws SQLException, IOException {
    Optional<JobLock> taken = JobLock.take(dataSource, no);
    if (taken.isEmpty()) {
      return;
    }
    try (JobLock held = taken.get()) {
      LOG.debug("Holding {}", held);
      Optional<ImportJob> job = store.read(no);
      if (job.isPresent()) {
        run(job.get());
      }
    }
  }

  private void run(ImportJob job) throws IOException {
    Path file = scratch.file();
    try {
      store.copyFile(job, file);
      new ImportRun(job, file, store, rows, executor, ids, () -> stopping).run();
      LOG.info("Import {} {}", job.id(), stopping ? "will go on later" : "is done");
    } catch (LostJob elsewhere) {
      LOG.info("Import {} goes on in another process", job.id());
    } catch (RuntimeException e) {
      if (mayPass(e)) {
        throw e;
      }
      LOG.error("Import {} failed", job.id(), e);
      store.fail(job, "INTERNAL_ERROR", Map.of());
    } finally {
      Files.delete(file);
    }
  }

  private static boolean mayPass(RuntimeException e) {
    return e instanceof Contention
        || e instanceof TransientDataAccessException
        || new StoreAway().problemOf(e) != null;
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    wake();
    thread.join(CLOSE_MILLIS);
  }
}
