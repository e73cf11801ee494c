package vn.danvankheo.query.projecting;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.parity.Comparison;
import vn.danvankheo.query.parity.Generation;
import vn.danvankheo.query.parity.Parity;

/**
 * Lets new generations in when they are the same as those that are served, and otherwise when
 * somebody accepts that they are not. A thread of its own looks at every document; what has changed
 * meanwhile is settled on the leader's thread, when both generations stand at one position. A view
 * of which no generation goes on is let in without a comparison.
 */
public final class ParityGate implements SwapGate, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ParityGate.class);

  /** So few documents are quickly settled between two pages. */
  private static final int FEW = 200;

  private static final int MOST_REVIEWS = 20;

  /** A limit is told in events, each of which gives a version and an entry of the audit. */
  private static final int DOCUMENTS_PER_EVENT = 2;

  private final ViewDatabase database;
  private final BuildControl control;
  private final Runnable look;
  private final Thread thread = new Thread(this::compare, "view-parity");
  private final Map<String, Comparison> comparisons = new LinkedHashMap<>();
  private volatile long reached;
  private volatile boolean ready;
  private volatile boolean accepted;
  private volatile boolean cancelled;
  private volatile @Nullable Outcome outcome;

  /**
   * What has become of the generations.
   *
   * @param views what came of the comparison, by view; without those that were not compared
   * @param failure why the new generations can't be let in at all; null when they can
   * @param swapped whether readers have been sent to the new ones
   */
  public record Outcome(Map<String, Parity> views, @Nullable String failure, boolean swapped) {
    /**
     * Whether all are the same.
     *
     * @return true when nothing has to be accepted
     */
    public boolean same() {
      return failure == null && views.values().stream().allMatch(Parity::same);
    }
  }

  /**
   * Prepares a gate for generations that are handed over together.
   *
   * @param database the views' database
   * @param control keeps the comparison's pace, and ends it
   * @param look makes the leader ask the gates soon
   */
  public ParityGate(ViewDatabase database, BuildControl control, Runnable look) {
    this.database = database;
    this.control = control;
    this.look = look;
    thread.setDaemon(true);
  }

  /**
   * What has become of them so far.
   *
   * @return null while it is not known whether they are the same
   */
  public @Nullable Outcome outcome() {
    return outcome;
  }

  /**
   * What the comparison of documents counts for, where a limit is told in events.
   *
   * @param documents how many of each generation
   * @return events
   */
  public static long events(long documents) {
    return documents / DOCUMENTS_PER_EVENT;
  }

  /** Lets the generations in although they are not the same. */
  public void accept() {
    accepted = true;
    look.run();
  }

  /** Gives the new generations up. */
  @Override
  public void close() {
    cancelled = true;
    control.cancel();
    look.run();
  }

  @Override
  public Decision decide(List<Pair> pairs) {
    if (cancelled) {
      return Decision.DROP;
    }
    reached = pairs.stream().mapToLong(pair -> pair.green().position()).min().orElse(0);
    if (thread.getState() == Thread.State.NEW) {
      begin(pairs);
    }
    if (ready && outcome == null) {
      settle();
    }
    Outcome known = outcome;
    return known != null && (known.same() || accepted) ? Decision.SWAP : Decision.WAIT;
  }

  private void begin(List<Pair> pairs) {
    for (Pair pair : pairs) {
      Checkpoint live = pair.live();
      if (live != null) {
        comparisons.put(
            pair.projection().view(),
            new Comparison(database, generation(pair, live), generation(pair, pair.green())));
      }
    }
    thread.start();
  }

  private static Generation generation(Pair pair, Checkpoint at) {
    Map<String, String> collections = new LinkedHashMap<>();
    collections.put("", at.collection());
    pair.projection()
        .parts()
        .keySet()
        .forEach(part -> collections.put(part, ViewFolding.partOf(at.collection(), part)));
    return new Generation(collections);
  }

  private void settle() {
    Map<String, Parity> views = new LinkedHashMap<>();
    comparisons.forEach((view, comparison) -> views.put(view, comparison.settle()));
    Outcome found = new Outcome(views, null, false);
    views.forEach(
        (view, parity) ->
            LOG.info(
                "New generation of {}: {} documents, {} differ",
                view,
                parity.now().documents(),
                parity.differing()));
    outcome = found;
  }

  @Override
  public void written(String view, String part, Collection<String> ids) {
    Comparison comparison = comparisons.get(view);
    if (comparison != null && outcome == null) {
      comparison.written(part, ids);
    }
  }

  @Override
  public boolean isSame() {
    Outcome known = outcome;
    return known != null && known.same();
  }

  @Override
  public void swapped() {
    Outcome known = outcome;
    outcome = new Outcome(known == null ? Map.of() : known.views(), null, true);
  }

  private void compare() {
    try {
      for (Comparison comparison : comparisons.values()) {
        comparison.walk(reached, this::pace);
      }
      for (int i = 0; i < MOST_REVIEWS && open() > FEW; i++) {
        for (Comparison comparison : comparisons.values()) {
          comparison.review(reached, this::pace);
        }
      }
      ready = true;
      look.run();
    } catch (CancellationException e) {
      LOG.debug("The comparison of views was given up", e);
    } catch (RuntimeException e) {
      LOG.warn(
          "Views could not be compared: {}", e.getMessage(), ViewDatabase.isAway(e) ? null : e);
      outcome = new Outcome(Map.of(), "The comparison failed: " + e.getClass().getName(), false);
    }
  }

  private int open() {
    return comparisons.values().stream().mapToInt(Comparison::open).sum();
  }

  private void pace(int documents) {
    try {
      control.await();
      control.spent(events(documents));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }
}
