package vn.danvankheo.command.execution;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.eventstore.EventRow;

/** What one request wants written together with what others want, and how that went. */
final class GatheredRequest {
  private final Connection connection;
  private final List<EventRow> events;
  private final long assumedReference;
  private final @Nullable Remembered remembered;
  private final Thread thread = Thread.currentThread();
  private List<Long> positions = List.of();
  private @Nullable RuntimeException failure;
  private volatile boolean done;

  /**
   * An answer to be kept with its key. What it says of the last event's position is only known once
   * the event is written.
   *
   * @param actor who sent the request
   * @param key the caller's key
   * @param fingerprint the request's digest
   * @param head the answer's JSON before the position
   * @param tail and after it
   * @param at when
   */
  record Remembered(
      String actor, String key, String fingerprint, String head, String tail, Instant at) {}

  /**
   * A request of the calling thread.
   *
   * @param connection of its own transaction, on which nothing was done yet
   * @param events at least one
   * @param assumedReference the place of the newest unit, plan or account it was decided by;
   *     negative when it does not matter
   * @param remembered its answer; null when it has no key
   */
  GatheredRequest(
      Connection connection,
      List<EventRow> events,
      long assumedReference,
      @Nullable Remembered remembered) {
    this.connection = connection;
    this.events = events;
    this.assumedReference = assumedReference;
    this.remembered = remembered;
  }

  /** Free for whoever writes this, until it is done. */
  Connection connection() {
    return connection;
  }

  List<EventRow> events() {
    return events;
  }

  long assumedReference() {
    return assumedReference;
  }

  @Nullable Remembered remembered() {
    return remembered;
  }

  /** Its events are durable. */
  void done(List<Long> places) {
    positions = places;
    end();
  }

  /** It was not written, or nobody knows. */
  void failed(RuntimeException why) {
    failure = why;
    end();
  }

  boolean isDone() {
    return done;
  }

  private void end() {
    done = true;
    if (thread != Thread.currentThread()) {
      LockSupport.unpark(thread);
    }
  }

  /**
   * Waits for the places of its events in the log. Not to be interrupted: what is on its way cannot
   * be called back, and has to be answered as what it came to.
   *
   * @throws RuntimeException what went wrong
   */
  List<Long> outcome() {
    boolean interrupted = false;
    while (!done) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
    return positions;
  }
}
