package vn.danvankheo.query.audit.ledger.domain;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.proof.LedgerEntry;

/**
 * One thing that is not as it was recorded.
 *
 * @param flaw what exactly
 * @param position the event's place in the log; null when it is about no event
 * @param eventId the event's; null when it is about no event
 * @param aggregateId whose event it is; null when it is about no event
 * @param recordedAt when the event was recorded; null when it is about no event
 * @param what the particulars, see {@link Flaw}
 */
public record Finding(
    Flaw flaw,
    @Nullable Long position,
    @Nullable String eventId,
    @Nullable String aggregateId,
    @Nullable String recordedAt,
    String what) {

  static Finding of(Flaw flaw, LedgerEntry event, String what) {
    return new Finding(
        flaw, event.position(), event.eventId(), event.aggregateId(), event.recordedAt(), what);
  }

  /**
   * A finding about the ledger itself.
   *
   * @param flaw what exactly
   * @param what the particulars
   * @return it
   */
  public static Finding of(Flaw flaw, String what) {
    return new Finding(flaw, null, null, null, null, what);
  }
}
