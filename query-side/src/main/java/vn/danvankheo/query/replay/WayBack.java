package vn.danvankheo.query.replay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.events.oversight.ViewsSwapped;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.projecting.Leading;
import vn.danvankheo.query.projecting.Projection;
import vn.danvankheo.query.projecting.SwapGate;

/**
 * Puts back what was in use before a replay: it is brought up to the live position from where it
 * was left, and takes the place of the replay's data, which stays for the way forward again.
 */
final class WayBack implements SwapGate {
  private static final Logger LOG = LoggerFactory.getLogger(WayBack.class);
  private static final String WANTED = "puttingBack";
  private static final String STAGE = "stage";

  private final ViewReplays.Tools tools;
  private final Leading leading;
  private final ViewReplayStore.Job job;
  private volatile boolean same;

  WayBack(ViewReplays.Tools tools, Leading leading, ViewReplayStore.Job job) {
    this.tools = tools;
    this.leading = leading;
    this.job = job;
  }

  /** Hands the former generations over, and tells when they are read, or why they can't be. */
  void begin(SwapGate gate) {
    Map<Projection<?>, Checkpoint> former = new HashMap<>();
    Map<String, Object> wanted = wanted();
    leading
        .previous()
        .forEach(
            (projection, at) -> {
              if (at.collection().equals(wanted.get(projection.view()))) {
                former.put(projection, at);
              }
            });
    if (former.isEmpty()) {
      // All were put back already, by a leader that was killed before it could tell so.
      gate.swapped();
    } else {
      same =
          former.entrySet().stream()
              .allMatch(
                  at ->
                      at.getValue().mended() == tools.board().status(at.getKey().view()).mended());
      leading.handOver(former, gate);
    }
  }

  @Override
  public Decision decide(List<Pair> pairs) {
    return Decision.SWAP;
  }

  /** A swap of data that differs, and whatever is healed after it, is counted. */
  @Override
  public boolean isSame() {
    return same;
  }

  /** Noted before anything is swapped: after a kill what is previous may be the replay's data. */
  private Map<String, Object> wanted() {
    if (job.result().get(WANTED) instanceof Map<?, ?> known) {
      Map<String, Object> wanted = new HashMap<>();
      known.forEach((view, collection) -> wanted.put((String) view, collection));
      return wanted;
    }
    Map<String, Object> wanted = new LinkedHashMap<>();
    List<Projection<?>> views = ViewReplay.views(leading.projections(), job.subject());
    leading
        .previous()
        .forEach(
            (projection, at) -> {
              if (views.contains(projection)) {
                wanted.put(projection.view(), at.collection());
              }
            });
    tools
        .oversight()
        .record(
            new ViewsSwapped(job.id().toString(), job.view(), null),
            Objects.requireNonNull(job.swap()));
    Map<String, Object> result = new LinkedHashMap<>(job.result());
    result.put(WANTED, wanted);
    tools.jobs().note(job.id(), result);
    return wanted;
  }

  /** Tells that it has ended. */
  void end() {
    Map<String, Object> result = new LinkedHashMap<>(job.result());
    result.remove(WANTED);
    result.put(STAGE, "SWAPPED_BACK".equals(result.get(STAGE)) ? "SWAPPED" : "SWAPPED_BACK");
    tools.jobs().wentBack(job.id(), result, tools.clock().instant());
    LOG.info("The views that were in use before replay {} are in use again", job.id());
  }
}
