package vn.danvankheo.query.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import vn.danvankheo.query.projecting.Leading;
import vn.danvankheo.query.projecting.SwapGate;
import vn.danvankheo.query.reading.Signal;

/** Lets a replay's data in when the replay says so, and tells it what becomes of the data. */
final class ReplayGate implements SwapGate {
  private static final Duration POLL = Duration.ofMillis(500);

  private final SwapGate inner;
  private final Leading leading;
  private final Signal changed;
  private final BooleanSupplier cancelled;
  private volatile boolean abreast;
  private volatile boolean allowed;
  private volatile boolean swapped;
  private volatile boolean dropped;
  private volatile boolean left;

  /** Raises the signal whenever something has become of the data. */
  ReplayGate(SwapGate inner, Leading leading, Signal changed, BooleanSupplier cancelled) {
    this.inner = inner;
    this.leading = leading;
    this.changed = changed;
    this.cancelled = cancelled;
  }

  /** Whether the new data has caught up with that in use. */
  boolean isAbreast() {
    return abreast;
  }

  boolean isAllowed() {
    return allowed;
  }

  boolean isSwapped() {
    return swapped;
  }

  void allow() {
    allowed = true;
    leading.look();
  }

  /** Nobody waits any more: what was not let in is handed over again. */
  void leave() {
    left = true;
    leading.look();
  }

  /** Looks at what has become of it until it is let in; false when it will not be. */
  boolean awaitSwap(BooleanSupplier leaving, Runnable look) throws InterruptedException {
    while (!swapped) {
      long seen = changed.count();
      if (leaving.getAsBoolean() || dropped) {
        return false;
      }
      look.run();
      changed.awaitBeyond(seen, POLL);
    }
    return true;
  }

  @Override
  public boolean isGivenUp() {
    if (left || cancelled.getAsBoolean()) {
      dropped = true;
      changed.raise();
    }
    return dropped;
  }

  @Override
  public Decision decide(List<Pair> pairs) {
    abreast = true;
    Decision decision = inner.decide(pairs);
    changed.raise();
    return decision != Decision.SWAP || allowed ? decision : Decision.WAIT;
  }

  @Override
  public void written(String view, String part, Collection<String> ids) {
    inner.written(view, part, ids);
  }

  @Override
  public boolean isSame() {
    return inner.isSame();
  }

  @Override
  public void swapped() {
    inner.swapped();
    swapped = true;
    changed.raise();
  }
}
