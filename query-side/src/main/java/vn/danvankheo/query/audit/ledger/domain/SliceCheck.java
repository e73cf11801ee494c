package vn.danvankheo.query.audit.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.danvankheo.proof.LedgerEntry;

/** Compares a stretch of the log with the same stretch of the ledger. */
public final class SliceCheck {
  private final Elsewhere elsewhere;
  private final Consumer<Finding> findings;

  /**
   * Compares stretches.
   *
   * @param elsewhere tells of events outside of the stretch
   * @param findings is told what is wrong
   */
  public SliceCheck(Elsewhere elsewhere, Consumer<Finding> findings) {
    this.elsewhere = elsewhere;
    this.findings = findings;
  }

  /** Knows the whole log and the whole ledger. */
  public interface Elsewhere {
    /**
     * Whether an event is anywhere in the log.
     *
     * @param eventId its id
     * @return true when it is
     */
    boolean inLog(String eventId);

    /**
     * Whether an event is anywhere in the ledger.
     *
     * @param eventId its id
     * @return true when it is
     */
    boolean inLedger(String eventId);
  }

  /**
   * Compares.
   *
   * @param log what the ledger would say of the events, by position
   * @param ledger what it says, in its order
   */
  public void compare(List<LedgerEntry> log, List<LedgerEntry> ledger) {
    int at = 0;
    for (LedgerEntry entry : ledger) {
      while (at < log.size() && log.get(at).position() < entry.position()) {
        unknown(log.get(at++));
      }
      if (at < log.size() && log.get(at).position() == entry.position()) {
        same(log.get(at++), entry);
      } else {
        gone(entry);
      }
    }
    log.subList(at, log.size()).forEach(this::unknown);
  }

  private void same(LedgerEntry now, LedgerEntry entry) {
    if (now.equals(entry)) {
      return;
    }
    if (!now.eventId().equals(entry.eventId())) {
      gone(entry);
      unknown(now);
      return;
    }
    List<String> parts = differences(now, entry);
    Flaw flaw = parts.equals(List.of("version")) ? Flaw.PLACE : Flaw.PARTS;
    findings.accept(Finding.of(flaw, entry, String.join(", ", parts)));
  }

  private void gone(LedgerEntry entry) {
    boolean moved = elsewhere.inLog(entry.eventId());
    findings.accept(
        Finding.of(moved ? Flaw.PLACE : Flaw.EVENT_GONE, entry, moved ? "position" : entry.type()));
  }

  /** What was moved is told where it should be. */
  private void unknown(LedgerEntry now) {
    if (!elsewhere.inLedger(now.eventId())) {
      findings.accept(Finding.of(Flaw.EVENT_UNKNOWN, now, now.type()));
    }
  }

  private static List<String> differences(LedgerEntry now, LedgerEntry entry) {
    List<String> parts = new ArrayList<>();
    part(parts, "aggregateType", now.aggregateType(), entry.aggregateType());
    part(parts, "aggregateId", now.aggregateId(), entry.aggregateId());
    part(parts, "version", now.version(), entry.version());
    part(parts, "recordedAt", now.recordedAt(), entry.recordedAt());
    part(parts, "type", now.type(), entry.type());
    part(parts, "revision", now.revision(), entry.revision());
    part(parts, "payload", now.payload(), entry.payload());
    part(parts, "metadata", now.metadata(), entry.metadata());
    return parts;
  }

  private static void part(List<String> parts, String name, Object now, Object then) {
    if (!now.equals(then)) {
      parts.add(name);
    }
  }
}
