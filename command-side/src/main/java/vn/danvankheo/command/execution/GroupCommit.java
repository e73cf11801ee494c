package vn.danvankheo.command.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.danvankheo.command.eventstore.EventRow;

/**
 * Writes together what requests want written at the same time. Who comes while nothing is being
 * written writes by itself at once; who comes meanwhile is written next by a thread that goes on as
 * long as somebody waits. Each group is one statement, which is a transaction of its own and costs
 * little more for many than for one, so after several that came together the thread waits a moment
 * for them to come together again.
 */
final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  /** There may be no memory to make one when it is needed. */
  private static final RuntimeException GIVEN_UP =
      new DataAccessResourceFailureException("It is not known whether this was written");

  /** So that one statement stays within a few megabytes; a greater request is written by itself. */
  private static final int MOST_EVENTS = 100;

  /**
   * How long a second group waits for those of the first at most. Callers that work without a pause
   * are back within it; nobody who is alone ever waits.
   */
  private static final long RETURN_NANOS = 100_000;

  private static final long CLOSE_MILLIS = 2_000;

  private final Function<List<GatheredRequest>, Map<UUID, Long>> writer;
  private final Thread thread = new Thread(this::writeGroups, "group-commit");
  private final Deque<GatheredRequest> waiting = new ArrayDeque<>();

  /** The thread's own: the group that it is about to write or to tell. */
  private List<GatheredRequest> inHand = List.of();

  /** How many have to wait until nobody is waited for any more; 0 when nobody is. */
  private int expected;

  private boolean writing;
  private boolean handedOver;
  private boolean closed;

  /**
   * A group commit.
   *
   * @param writer writes all of a group or nothing and tells the places of the events in the log;
   *     those of a request whose assumption does not hold are not written
   */
  GroupCommit(Function<List<GatheredRequest>, Map<UUID, Long>> writer) {
    this.writer = writer;
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Writes a request's events, and its answer when it has a key.
   *
   * @param request of the calling thread
   * @return the places of its events in the log, in their order, once they are durable
   * @throws StaleAggregate when units or plans are not what it assumed; nothing of it was written
   * @throws NotTogether when the group could not be written; nothing of it was
   * @throws DataAccessResourceFailureException when it is not known whether it was written
   */
  List<Long> write(GatheredRequest request) {
    if (begins(request)) {
      Runnable telling;
      try {
        telling = written(List.of(request));
      } finally {
        handOver();
      }
      telling.run();
    }
    return request.outcome();
  }

  private synchronized boolean begins(GatheredRequest request) {
    if (writing) {
      waiting.add(request);
      if (waiting.size() == expected) {
        LockSupport.unpark(thread);
      }
      return false;
    }
    writing = true;
    return true;
  }

  private synchronized void handOver() {
    if (waiting.isEmpty()) {
      writing = false;
    } else {
      handedOver = true;
      notifyAll();
    }
  }

  private void writeGroups() {
    boolean goesOn = true;
    while (goesOn) {
      try {
        goesOn = writesNext();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        goesOn = false;
      } catch (RuntimeException | Error e) {
        // Short of memory, say. Were this thread to end, nothing would ever be written again.
        giveUp();
        LOG.error("A group could not be written or told of", e);
      }
    }
  }

  private boolean writesNext() throws InterruptedException {
    List<GatheredRequest> group = next();
    if (group.isEmpty()) {
      return false;
    }
    Runnable telling = written(group);
    expect(group.size() > 1 ? group.size() : 0);
    telling.run();
    awaitReturn();
    return true;
  }

  /** Whoever of the group in hand was not told yet must not wait for ever; makes nothing new. */
  private void giveUp() {
    for (int i = 0; i < inHand.size(); i++) {
      if (!inHand.get(i).isDone()) {
        inHand.get(i).failed(GIVEN_UP);
      }
    }
  }

  private synchronized void expect(int more) {
    expected = more == 0 ? 0 : waiting.size() + more;
  }

  /** Gives those just told the time to come again, so that all are written by one statement. */
  private void awaitReturn() {
    if (expected > 0) {
      LockSupport.parkNanos(this, RETURN_NANOS);
      expect(0);
    }
  }

  /** Waits until there is something to write; nothing comes once this is closed. */
  private synchronized List<GatheredRequest> next() throws InterruptedException {
    if (handedOver && waiting.isEmpty()) {
      handedOver = false;
      writing = false;
    }
    while (!handedOver) {
      if (closed) {
        return List.of();
      }
      wait();
    }
    List<GatheredRequest> group = new ArrayList<>(waiting.size());
    inHand = group;
    int events = 0;
    do {
      GatheredRequest one = waiting.remove();
      events += one.events().size();
      group.add(one);
    } while (!waiting.isEmpty() && events + waiting.element().events().size() <= MOST_EVENTS);
    // Processes that write on the same aggregates take them in this order, so none waits in a
    // circle.
    group.sort(Comparator.comparing(request -> request.events().get(0).aggregateId()));
    return group;
  }

  /** Writes a group, and gives what tells its members. */
  private Runnable written(List<GatheredRequest> group) {
    try {
      Map<UUID, Long> positions = writer.apply(group);
      return () -> group.forEach(request -> tell(request, positions));
    } catch (RuntimeException e) {
      return () -> group.forEach(request -> request.failed(e));
    } catch (Error e) {
      RuntimeException lost =
          new DataAccessResourceFailureException("It is not known whether this was written", e);
      return () -> group.forEach(request -> request.failed(lost));
    }
  }

  private static void tell(GatheredRequest request, Map<UUID, Long> positions) {
    List<Long> own = new ArrayList<>(request.events().size());
    for (EventRow event : request.events()) {
      Long position = positions.get(event.eventId());
      if (position == null) {
        request.failed(new StaleAggregate());
        return;
      }
      own.add(position);
    }
    request.done(own);
  }

  @Override
  public void close() throws InterruptedException {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    thread.join(CLOSE_MILLIS);
  }
}
