package vn.danvankheo.command.execution;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores states as they were decided, without reading anything, on a thread of its own. A snapshot
 * that is lost is missed by nobody: the next one comes so many events later.
 */
final class Snapshots implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  /** When states come faster than they are stored, those beyond are left out. */
  private static final int MOST_WAITING = 1_000;

  /** So that one transaction stays short. */
  private static final int MOST_AT_ONCE = 50;

  private static final long CLOSE_SECONDS = 2;

  private final Aggregates aggregates;
  private final EventStore events;
  private final TransactionManager transactions;
  private final SortedMap<String, Decided> waiting = new TreeMap<>();

  /** After it is closed nothing is taken any more, and nobody is told. */
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> {
            Thread one = new Thread(task, "snapshots");
            one.setDaemon(true);
            return one;
          },
          new ThreadPoolExecutor.DiscardPolicy());

  Snapshots(Aggregates aggregates, EventStore events, TransactionManager transactions) {
    this.aggregates = aggregates;
    this.events = events;
    this.transactions = transactions;
  }

  /** Has a state stored that is durable now. Never waits. */
  void store(Decided decided) {
    synchronized (waiting) {
      if (waiting.size() < MOST_WAITING && waiting.put(decided.aggregateId(), decided) == null) {
        thread.execute(this::storeSome);
      }
    }
  }

  private void storeSome() {
    List<Decided> some = next();
    if (some.isEmpty()) {
      return;
    }
    try {
      transactions.executeInTransaction(() -> some.forEach(this::storeOne));
    } catch (RuntimeException e) {
      LOG.warn("{} snapshots could not be stored: {}", some.size(), e.toString());
    }
  }

  /** By id, so that processes that store the same do not wait for each other in a circle. */
  private List<Decided> next() {
    synchronized (waiting) {
      List<Decided> some = waiting.values().stream().limit(MOST_AT_ONCE).toList();
      some.forEach(one -> waiting.remove(one.aggregateId()));
      return some;
    }
  }

  private void storeOne(Decided decided) {
    events.storeSnapshot(
        new GenericDomainEventMessage<>(
            decided.kind().type(),
            decided.aggregateId(),
            decided.version(),
            aggregates.shell(decided)));
  }

  @Override
  public void close() throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
      LOG.debug("Some snapshots are left out");
    }
  }
}
