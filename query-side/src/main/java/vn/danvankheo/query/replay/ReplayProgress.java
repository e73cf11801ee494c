package vn.danvankheo.query.replay;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.query.mongo.BuildMark;
import vn.danvankheo.query.mongo.BuildMark.Generation;
import vn.danvankheo.query.mongo.BuildMark.Tally;
import vn.danvankheo.query.parity.Parity;
import vn.danvankheo.query.projecting.ParityGate;
import vn.danvankheo.query.projecting.Projection;

/** How far a replay of views is, and how that is told to those who watch it. */
final class ReplayProgress {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayProgress.class);
  private static final long BETWEEN_TELLINGS = Duration.ofMillis(900).toNanos();
  private static final long BETWEEN_LINES = Duration.ofSeconds(30).toNanos();
  private static final String READING = "readingSecondsPerEvent";
  private static final String FINISHING = "finishingSecondsPerEvent";

  private final ViewReplays.Tools tools;
  private final ViewReplayStore.Job job;
  private final List<String> views;
  private final Pacing.Known known;
  private volatile Pacing pacing = new Pacing(0, 0, Pacing.Known.NOTHING);
  private volatile @Nullable BuildMark mark;
  private long toldAt;
  private long lineAt;

  ReplayProgress(
      ViewReplays.Tools tools, ViewReplayStore.Job job, List<Projection<?>> projections) {
    this.tools = tools;
    this.job = job;
    this.views = projections.stream().<String>map(Projection::view).toList();
    Map<String, Object> last = tools.jobs().lastResult(job.subject());
    this.known = new Pacing.Known(seconds(last, READING), seconds(last, FINISHING));
  }

  private static double seconds(Map<String, Object> result, String name) {
    return result.get(name) instanceof Number seconds ? seconds.doubleValue() : 0;
  }

  /** It begins, or goes on from where another process left it. */
  void begins(BuildMark from) {
    mark = from;
    pacing = new Pacing(from.done(), System.nanoTime(), known);
    LOG.info(
        "Replay of views {} up to position {}, {} events done",
        job.id(),
        from.position(),
        from.done());
  }

  /** Further events are read, and told at times; at once when it is held. */
  void reached(BuildMark now, boolean held) {
    boolean read = now.done() >= now.total();
    long nanos = System.nanoTime();
    mark = now;
    if (read) {
      pacing.finishes(nanos);
    }
    if (nanos - toldAt >= BETWEEN_TELLINGS || read || held) {
      long compared = ParityGate.events(documents(now));
      pacing.reached(now.done(), compared, now.total(), nanos, tools.clock().instant());
      toldAt = nanos;
      tell(read ? "INDEXING" : "READING");
    }
    if (nanos - lineAt >= BETWEEN_LINES) {
      lineAt = nanos;
      LOG.info(
          "Replay of views {}: {} of {} events, {} a second",
          job.id(),
          now.done(),
          now.total(),
          Math.round(pacing.perSecond()));
    }
  }

  private static long documents(BuildMark now) {
    return now.generations().stream()
        .flatMap(generation -> generation.tallies().stream())
        .mapToLong(Tally::documents)
        .sum();
  }

  /** How fast it may go from now on, and whether it is held. */
  void heeds(long rateLimit, boolean held) {
    pacing.limit(rateLimit);
    if (held) {
      pacing.hold(System.nanoTime());
    } else {
      pacing.goOn(System.nanoTime());
    }
  }

  void tell(String stage) {
    BuildMark now = mark;
    if (now != null) {
      tools.jobs().progress(job.id(), now.done(), now.total(), pacing, result(stage));
    }
  }

  /** What it has come to; empty before it begins. */
  Map<String, Object> result(String stage) {
    Map<String, Object> result = new LinkedHashMap<>();
    BuildMark now = mark;
    if (now != null) {
      result.put("stage", stage);
      result.put("position", now.position());
      result.put("lag", Math.max(0, tools.board().position(views) - now.position()));
    }
    return result;
  }

  /** What it has come to when its data differs, and waits for a decision. */
  Map<String, Object> differing(Map<String, Parity> parity) {
    Map<String, Object> result = result("DIFFERS");
    result.put("awaiting", "swap");
    ParityResult.put(result, parity);
    return result;
  }

  /** What it has come to when its data is in use, with what the next one learns from it. */
  Map<String, Object> swapped(BuildMark built, @Nullable Map<String, Parity> parity) {
    Map<String, Object> result = result("SWAPPED");
    result.put("lag", 0);
    if (parity != null) {
      ParityResult.put(result, parity);
    }
    Map<String, Object> made = new LinkedHashMap<>();
    for (Generation generation : built.generations()) {
      made.put(generation.view().replaceAll("_\\d+$", ""), tallies(generation));
    }
    result.put("views", made);
    Pacing.Known learnt = pacing.learnt(built.total(), System.nanoTime());
    result.put(READING, learnt.perPart());
    result.put(FINISHING, learnt.tailPerPart());
    return result;
  }

  private static Map<String, Object> tallies(Generation generation) {
    Map<String, Object> own = new LinkedHashMap<>();
    Map<String, Object> parts = new LinkedHashMap<>();
    for (Tally tally : generation.tallies()) {
      Map<String, Object> told = tally.part().isEmpty() ? own : new LinkedHashMap<>();
      told.put("documents", tally.documents());
      told.put("digest", tally.digest());
      if (!tally.part().isEmpty()) {
        parts.put(tally.part(), told);
      }
    }
    own.put("parts", parts);
    return own;
  }

  /** Where it is; null before it begins. */
  @Nullable BuildMark mark() {
    return mark;
  }

  long done() {
    BuildMark now = mark;
    return now == null ? 0 : now.done();
  }

  long total() {
    BuildMark now = mark;
    return now == null ? 0 : now.total();
  }

  double perSecond() {
    return pacing.perSecond();
  }
}
