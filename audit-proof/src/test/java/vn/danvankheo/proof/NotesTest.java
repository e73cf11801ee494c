package vn.danvankheo.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTest {
  /** The example of the package documentation of Go's golang.org/x/mod/sumdb/note. */
  private static final String GO_SIGNER =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static final String GO_VERIFIER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String GO_TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  private static final String GO_NOTE =
      GO_TEXT
          + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqd"
          + "ngotpRZb6KE6RyyBwJnAM=\n";

  private final SignerKey log =
      SignerKey.generate("dvk.example/log", KeyAlgorithm.ED25519, new SecureRandom());
  private final SignerKey witness =
      SignerKey.generate("tinh.example/w1", KeyAlgorithm.COSIGNATURE_V1, new SecureRandom());

  @Test
  void signsByteForByteAsGoDoes() {
    SignerKey key = SignerKey.parse(GO_SIGNER);
    assertThat(key.verifier().text()).isEqualTo(GO_VERIFIER);
    assertThat(key.text()).isEqualTo(GO_SIGNER);
    assertThat(new SignedNote(GO_TEXT, List.of(key.sign(GO_TEXT))).note()).isEqualTo(GO_NOTE);
    assertThat(SignedNote.parse(GO_NOTE).signedBy(VerifierKey.parse(GO_VERIFIER))).isTrue();
  }

  @Test
  void aSignatureHoldsForItsTextAndKeyOnly() {
    SignedNote note = new Checkpoint("dvk.example/log", 7, Hash.empty()).sign(log);
    assertThat(SignedNote.parse(note.note())).isEqualTo(note);
    assertThat(note.signedBy(log.verifier())).isTrue();
    assertThat(note.signedBy(VerifierKey.parse(GO_VERIFIER))).isFalse();
    SignerKey namesake =
        SignerKey.generate("dvk.example/log", KeyAlgorithm.ED25519, new SecureRandom());
    assertThat(note.signedBy(namesake.verifier())).isFalse();
    SignedNote changed = new SignedNote(note.text().replace("\n7\n", "\n8\n"), note.signatures());
    assertThat(changed.signedBy(log.verifier())).isFalse();
  }

  @Test
  void aWitnessSignsWhatItSawAndWhen() {
    Instant seen = Instant.parse("2026-11-27T01:02:03Z");
    SignedNote note = new Checkpoint("dvk.example/log", 7, Hash.empty()).sign(log);
    NoteSignature cosignature = witness.cosign(note.text(), seen);
    SignedNote both = SignedNote.parse(note.with(cosignature).note());

    VerifierKey key = VerifierKey.parse(witness.verifier().text());
    assertThat(both.signedBy(key)).isTrue();
    assertThat(both.signedBy(log.verifier())).isTrue();
    assertThat(key.cosignedAt(both.signatures().get(1))).contains(seen);
    assertThat(log.verifier().cosignedAt(both.signatures().get(0))).isEmpty();
    NoteSignature later = witness.cosign(note.text(), seen.plusSeconds(1));
    byte[] mixed = later.signature();
    System.arraycopy(cosignature.signature(), 0, mixed, 0, Long.BYTES);
    assertThat(note.with(new NoteSignature(later.name(), later.keyId(), mixed)).signedBy(key))
        .isFalse();
    assertThatIllegalStateException().isThrownBy(() -> witness.sign(note.text()));
    assertThatIllegalStateException().isThrownBy(() -> log.cosign(note.text(), seen));
  }

  @Test
  void readsACosignedCheckpointOfTheSpecification() {
    String note =
        """
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
        — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
        """;
    SignedNote parsed = SignedNote.parse(note);
    assertThat(parsed.note()).isEqualTo(note);
    assertThat(Checkpoint.parse(parsed.text()).size()).isEqualTo(20852163);
    assertThat(Checkpoint.parse(parsed.text()).text()).isEqualTo(parsed.text());
    assertThat(parsed.signatures().get(1).name()).isEqualTo("witness.example.com/w1");
  }

  @Test
  void refusesWhatIsNoKeyWithoutRepeatingIt() {
    for (String text : List.of("", "a+b", "a b+00000000+AA==", GO_VERIFIER.replace("c7", "c8"))) {
      assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(text));
    }
    String broken = GO_SIGNER.substring(0, GO_SIGNER.length() - 4);
    for (String text : List.of("", GO_VERIFIER, broken, GO_SIGNER.replace("c7", "c8"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SignerKey.parse(text))
          .withMessageNotContaining("AYEKFALVFGy");
    }
    assertThat(SignerKey.parse(GO_SIGNER).toString()).doesNotContain("AYEKFALVFGy");
  }

  @Test
  void refusesWhatIsNoNoteOrCheckpoint() {
    for (String text : List.of("", "a\n", "a\n\n", "a\n\nb\n", "a\n\n— x !!!\n", GO_NOTE.strip())) {
      assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(text));
    }
    for (String text : List.of("a\n", "a\n01\nAAAA\n", "a\n1\nAAAA\n", "a\n-1\n\n")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(text));
    }
  }

  @Test
  void asksAWitness() {
    SignedNote note = new Checkpoint("dvk.example/log", 7, Hash.empty()).sign(log);
    WitnessRequest request = new WitnessRequest(3, List.of(Hash.empty(), Hash.empty()), note);
    assertThat(request.body()).startsWith("old 3\n" + Hash.empty() + "\n");
    assertThat(WitnessRequest.parse(request.body())).isEqualTo(request);
    WitnessRequest first = new WitnessRequest(0, List.of(), note);
    assertThat(WitnessRequest.parse(first.body())).isEqualTo(first);
    assertThatIllegalArgumentException().isThrownBy(() -> WitnessRequest.parse("old 03\n\n"));
  }
}
