package vn.danvankheo.query.reading;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Work that goes on as long as the process, in a thread and over a connection of its own. Whenever
 * it ends or fails it is begun anew after a while.
 */
public final class StandingWork implements AutoCloseable {
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private final DataSource source;
  private final Duration pause;
  private final Work work;
  private final Consumer<Exception> trouble;
  private final Signal stop = new Signal();
  private final Thread thread;
  private volatile boolean ended;

  /** What is done. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it, until it has to end or there is nothing to do for the moment.
     *
     * @param connection for it alone; commits by itself after every statement
     * @throws SQLException when the event database is away
     * @throws IOException when files can't be read or written
     * @throws InterruptedException when the thread is to end
     */
    void over(Connection connection) throws SQLException, IOException, InterruptedException;
  }

  /**
   * Prepares work that is not begun before it is started.
   *
   * @param name of the thread
   * @param source gives connections of its own to each caller, not a pool's
   * @param pause how long to wait before it is begun anew
   * @param work what is done
   * @param trouble told why it failed
   */
  public StandingWork(
      String name, DataSource source, Duration pause, Work work, Consumer<Exception> trouble) {
    this.source = source;
    this.pause = pause;
    this.work = work;
    this.trouble = trouble;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** Begins. */
  public void start() {
    thread.start();
  }

  /**
   * Whether it is to go on.
   *
   * @return false when it was told to end
   */
  public boolean goesOn() {
    return !ended;
  }

  /**
   * Rests, for the thread itself.
   *
   * @param atMost how long, unless it is told to end
   * @throws InterruptedException when the thread is to end
   */
  public void rest(Duration atMost) throws InterruptedException {
    stop.awaitBeyond(0, atMost);
  }

  /** Tells it to end, and returns at once. */
  public void end() {
    ended = true;
    stop.raise();
  }

  /** Ends whatever it waits for. */
  public void interrupt() {
    thread.interrupt();
  }

  /** Tells it to end, and waits until it has. */
  @Override
  public void close() throws InterruptedException {
    end();
    thread.join(LONGEST_END.toMillis());
  }

  private void run() {
    try {
      while (!ended) {
        try (DedicatedConnection dedicated = new DedicatedConnection(source)) {
          work.over(dedicated.connection());
        } catch (SQLException | IOException | RuntimeException e) {
          trouble.accept(e);
        }
        rest(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
