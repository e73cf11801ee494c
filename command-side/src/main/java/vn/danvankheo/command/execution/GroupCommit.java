package vn.danvankheo.command.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.danvankheo.command.eventstore.EventRow;

/**
 * Writes together what requests want written at the same time. Nobody waits for company: who comes
 * while nothing is being written writes at once, who comes meanwhile is written next, all by the
 * thread that has waited longest and in one statement, which is a transaction of its own.
 */
final class GroupCommit {
  /** So that one statement stays within a few megabytes; a greater request is written by itself. */
  private static final int MOST_EVENTS = 100;

  private final Function<List<GatheredRequest>, Map<UUID, Long>> writer;
  private final Deque<GatheredRequest> waiting = new ArrayDeque<>();
  private boolean writing;

  /**
   * A group commit.
   *
   * @param writer writes all of a group or nothing and tells the places of the events in the log;
   *     those of a request whose assumption does not hold are not written
   */
  GroupCommit(Function<List<GatheredRequest>, Map<UUID, Long>> writer) {
    this.writer = writer;
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
    if (arrive(request) || request.awaitTurn()) {
      writeGroup();
    }
    return request.outcome();
  }

  private synchronized boolean arrive(GatheredRequest request) {
    waiting.add(request);
    boolean first = !writing;
    writing = true;
    return first;
  }

  private void writeGroup() {
    List<GatheredRequest> group = next();
    Consumer<GatheredRequest> telling = written(group);
    handOver();
    group.forEach(telling);
  }

  /** Writes a group, and gives what its members are to be told. */
  private Consumer<GatheredRequest> written(List<GatheredRequest> group) {
    try {
      Map<UUID, Long> positions = writer.apply(group);
      return request -> tell(request, positions);
    } catch (RuntimeException e) {
      return request -> request.failed(e);
    } catch (Error e) {
      return request ->
          request.failed(
              new DataAccessResourceFailureException(
                  "It is not known whether this was written", e));
    }
  }

  private synchronized List<GatheredRequest> next() {
    List<GatheredRequest> group = new ArrayList<>();
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

  private synchronized void handOver() {
    if (waiting.isEmpty()) {
      writing = false;
    } else {
      waiting.element().write();
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
}
