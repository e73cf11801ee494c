package vn.danvankheo.query.projecting;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.projecting.DriftLog.Key;

/**
 * What a leader does for single documents, a little between every two pages: it makes anew those
 * that somebody asks for, tries again those that wait, and watches over all.
 */
final class Upkeep {
  private final DocumentCare care;
  private final DriftWatch watch;
  private final UpkeepSettings settings;
  private final Clock clock;
  private final Queue<Wanted> wanted = new ConcurrentLinkedQueue<>();
  private final Deque<Key> waiting = new ArrayDeque<>();
  private @Nullable Answer answer;
  private Instant retryAt = Instant.MIN;

  private record Wanted(Key document, CompletableFuture<Mended> outcome) {}

  private record Answer(CompletableFuture<Mended> outcome, Mended mended) {}

  Upkeep(DocumentCare care, DriftWatch watch, UpkeepSettings settings, Clock clock) {
    this.care = care;
    this.watch = watch;
    this.settings = settings;
    this.clock = clock;
  }

  /** Asks for a document; any thread may. */
  CompletableFuture<Mended> mend(String view, String documentId) {
    CompletableFuture<Mended> outcome = new CompletableFuture<>();
    wanted.add(new Wanted(new Key(view, documentId), outcome));
    return outcome;
  }

  /** The term is over: whoever still waits has to ask the next leader. */
  void end() {
    if (answer != null) {
      answer.outcome().completeExceptionally(new LeadershipLost());
      answer = null;
    }
    for (Wanted next = wanted.poll(); next != null; next = wanted.poll()) {
      next.outcome().completeExceptionally(new LeadershipLost());
    }
  }

  /** How long there is nothing to do, unless somebody asks. */
  Duration rest(Duration atMost) {
    Instant next = watch.next();
    if (!waiting.isEmpty()) {
      return Duration.ZERO;
    }
    Duration left = next == null ? atMost : Duration.between(clock.instant(), next);
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(atMost) < 0 ? left : atMost;
  }

  /** What was done is where readers look: whoever asked for it may know. */
  void tell() {
    if (answer != null) {
      answer.outcome().complete(answer.mended());
      answer = null;
    }
  }

  /** Does a little; {@link #tell} has to follow once readers can see it. */
  void run(Collection<ViewFolding<?>> live) throws SQLException {
    List<ViewFolding<?>> views = List.copyOf(live);
    answerOne(views);
    queue(views);
    for (int i = 0; i < settings.step() && !waiting.isEmpty(); i++) {
      Key next = waiting.remove();
      for (ViewFolding<?> view : views) {
        if (isOf(view, next) && view.parking().holds(next.id())) {
          care.mend(view, next.id());
        }
      }
    }
    watch.run(views);
  }

  private void answerOne(List<ViewFolding<?>> views) throws SQLException {
    Wanted next = wanted.poll();
    if (next == null) {
      return;
    }
    try {
      for (ViewFolding<?> view : views) {
        if (isOf(view, next.document())) {
          answer = new Answer(next.outcome(), care.mend(view, next.document().id()));
          return;
        }
      }
      // It is being built from the events just now.
      wanted.add(next);
    } catch (SQLException | RuntimeException e) {
      next.outcome().completeExceptionally(e);
      throw e;
    }
  }

  /** Newly parked ones first: the fault may have been that of what is stored. */
  private void queue(List<ViewFolding<?>> views) {
    boolean again = waiting.isEmpty() && !clock.instant().isBefore(retryAt);
    for (ViewFolding<?> view : views) {
      String name = view.projection().view();
      view.parking().fresh().forEach(id -> waiting.addFirst(new Key(name, id)));
      if (again) {
        view.parking().load();
        view.parking().documents().forEach(id -> waiting.add(new Key(name, id)));
      }
    }
    if (again) {
      retryAt = clock.instant().plus(settings.retry());
    }
  }

  private static boolean isOf(ViewFolding<?> view, Key document) {
    return view.projection().view().equals(document.view());
  }
}
