package vn.danvankheo.query.audit.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.danvankheo.proof.LedgerEntry;
import vn.danvankheo.query.audit.ledger.domain.SliceCheck.Elsewhere;

class SliceCheckTest {
  private final List<LedgerEntry> ledger =
      LongStream.rangeClosed(1, 6).mapToObj(p -> entry(p * 2, "e" + p, p, "p")).toList();

  @Test
  void findsNothingInTheSame() {
    assertThat(check(ledger)).isEmpty();
    assertThat(check(List.of())).hasSize(6).allMatch(f -> f.flaw() == Flaw.EVENT_GONE);
  }

  @Test
  void namesWhatWasChangedDeletedAndForged() {
    List<LedgerEntry> log = new ArrayList<>(ledger);
    log.set(1, entry(4, "e2", 2, "q"));
    log.set(2, entry(6, "e3", 9, "p"));
    log.remove(5);
    log.add(3, entry(7, "f", 1, "p"));
    assertThat(check(log))
        .extracting(Finding::flaw, Finding::position, Finding::eventId, Finding::what)
        .containsExactly(
            tuple(Flaw.PARTS, 4L, "e2", "payload"),
            tuple(Flaw.PLACE, 6L, "e3", "version"),
            tuple(Flaw.EVENT_UNKNOWN, 7L, "f", "T"),
            tuple(Flaw.EVENT_GONE, 12L, "e6", "T"));
  }

  @Test
  void tellsOneThatWasMovedFromOneThatWasReplaced() {
    List<LedgerEntry> moved = new ArrayList<>(ledger);
    moved.set(0, entry(2, "e6", 6, "p"));
    moved.set(5, entry(12, "e1", 1, "p"));
    assertThat(check(moved))
        .extracting(Finding::flaw, Finding::eventId)
        .containsExactly(tuple(Flaw.PLACE, "e1"), tuple(Flaw.PLACE, "e6"));
    List<LedgerEntry> replaced = new ArrayList<>(ledger);
    replaced.set(0, entry(2, "f", 1, "p"));
    assertThat(check(replaced))
        .extracting(Finding::flaw, Finding::eventId)
        .containsExactly(tuple(Flaw.EVENT_GONE, "e1"), tuple(Flaw.EVENT_UNKNOWN, "f"));
  }

  private List<Finding> check(List<LedgerEntry> log) {
    return check(ledger, log);
  }

  private static List<Finding> check(List<LedgerEntry> ledger, List<LedgerEntry> log) {
    List<Finding> findings = new ArrayList<>();
    Elsewhere lists =
        new Elsewhere() {
          @Override
          public boolean inLog(String eventId) {
            return log.stream().anyMatch(entry -> entry.eventId().equals(eventId));
          }

          @Override
          public boolean inLedger(String eventId) {
            return ledger.stream().anyMatch(entry -> entry.eventId().equals(eventId));
          }
        };
    new SliceCheck(lists, findings::add).compare(log, ledger);
    return findings;
  }

  private static LedgerEntry entry(long position, String id, long version, String payload) {
    return new LedgerEntry(position, id, "model", "m", version, "then", "T", 1, payload, "m");
  }
}
