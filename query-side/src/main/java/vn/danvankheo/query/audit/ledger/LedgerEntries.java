package vn.danvankheo.query.audit.ledger;

import vn.danvankheo.proof.LedgerEntry;
import vn.danvankheo.query.reading.LogRow;

/** Events as the ledger sees them. */
public final class LedgerEntries {
  private LedgerEntries() {}

  /**
   * The entry of an event.
   *
   * @param row as it is stored
   * @return what the ledger says of it
   */
  public static LedgerEntry of(LogRow row) {
    return LedgerEntry.of(
        row.position(),
        row.eventId(),
        row.aggregateType(),
        row.aggregateId(),
        row.version(),
        row.recordedAt(),
        row.type(),
        row.revision(),
        row.payload(),
        row.metadata());
  }
}
