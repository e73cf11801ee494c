package vn.danvankheo.query.audit.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.KeyAlgorithm;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.SignerKey;
import vn.danvankheo.proof.VerifierKey;

class LedgerSignersTest {
  private static final String ORIGIN = "danvankheo/x";

  private final SignerKey first = key(ORIGIN);
  private final SignerKey second = key(ORIGIN);

  @Test
  void theFirstKeySignsALogThatHasNone() {
    assertThat(LedgerSigners.of(ORIGIN, List.of(first), List.of()))
        .isEqualTo(new LedgerSigners(first, null));
  }

  @Test
  void aNewKeySignsBesideTheOneItReplacesAndThenAlone() {
    LedgerSigners turning =
        LedgerSigners.of(ORIGIN, List.of(second, first), List.of(first.verifier()));
    SignedNote note = turning.sign(new Checkpoint(ORIGIN, 3, Hash.empty()));
    assertThat(note.signedBy(first.verifier())).isTrue();
    assertThat(note.signedBy(second.verifier())).isTrue();

    List<VerifierKey> both = List.of(first.verifier(), second.verifier());
    assertThat(LedgerSigners.of(ORIGIN, List.of(second, first), both))
        .isEqualTo(new LedgerSigners(second, null));
    assertThat(LedgerSigners.of(ORIGIN, List.of(first, second), both))
        .as("an old key never comes back")
        .isEqualTo(new LedgerSigners(second, null));
  }

  @Test
  void refusesKeysThatAreNotTheLedgers() {
    refused(() -> LedgerSigners.of(ORIGIN, List.of(second), List.of(first.verifier())));
    refused(() -> LedgerSigners.of(ORIGIN, List.of(key("other")), List.of()));
    refused(() -> LedgerSigners.parse("PRIVATE+KEY+x"));
  }

  @Test
  void readsOneKeyALine() {
    assertThat(LedgerSigners.parse("# new\n" + second.text() + "\n\n " + first.text() + "\n"))
        .extracting(SignerKey::text)
        .containsExactly(second.text(), first.text());
  }

  private static void refused(Runnable decision) {
    assertThatThrownBy(decision::run)
        .isInstanceOfSatisfying(
            LedgerStopped.class,
            stopped -> assertThat(stopped.state()).isEqualTo(LedgerState.WRONG_KEY));
  }

  private static SignerKey key(String name) {
    return SignerKey.generate(name, KeyAlgorithm.ED25519, new SecureRandom());
  }
}
