package vn.danvankheo.query.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.danvankheo.query.audit.ledger.domain.Finding;
import vn.danvankheo.query.audit.ledger.domain.Flaw;

class LedgerWatchTest {
  @Test
  void tellsAFindingOnceThoughTheLedgerGrows() {
    List<Finding> first =
        List.of(
            Finding.of(Flaw.SIGNED_TREE, "300–605"),
            Finding.of(Flaw.SIGNATURE, "605"),
            Finding.of(Flaw.TILE, "tile/0/002.p/93"),
            event(7));
    List<Finding> later =
        List.of(
            Finding.of(Flaw.SIGNED_TREE, "300–612"),
            Finding.of(Flaw.SIGNATURE, "612"),
            Finding.of(Flaw.TILE, "tile/0/002.p/100"),
            event(7));
    assertThat(LedgerWatch.fresh(List.of(), first)).isEqualTo(first);
    assertThat(LedgerWatch.fresh(first, later)).isEmpty();
  }

  @Test
  void tellsWhatComesToIt() {
    Finding tile = Finding.of(Flaw.TILE, "tile/0/003.p/1");
    assertThat(
            LedgerWatch.fresh(
                List.of(event(7), Finding.of(Flaw.TILE, "tile/0/002")),
                List.of(event(7), event(8), tile)))
        .containsExactly(event(8), tile);
  }

  private static Finding event(long position) {
    return new Finding(
        Flaw.PARTS, position, "e" + position, "m", "2024-01-01T00:00:00Z", "payload");
  }
}
