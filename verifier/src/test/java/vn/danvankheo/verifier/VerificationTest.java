package vn.danvankheo.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.danvankheo.proof.KeyAlgorithm;
import vn.danvankheo.proof.NoteSignature;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.SignerKey;

class VerificationTest {
  @TempDir private Path folder;

  private final Log log = new Log();

  VerificationTest() {
    Bundle.fill(log, 20);
  }

  @Test
  void aBundleIsProven() {
    Check check = Check.of(Bundle.of(log, 20).write(folder), "--key", log.key());
    assertThat(check.said())
        .contains("14 events", "the tree of 20 entries", log.key(), "2 histories", "1 attachments")
        .contains("history.html is a copy", "ALL IS PROVEN")
        .doesNotContain("  ! ", "taken from the bundle");
    assertThat(check.status()).isZero();
  }

  @Test
  void itSaysWhenItHasTheKeyFromTheBundleAlone() {
    Check check = Check.of(Bundle.of(log, 20).write(folder));
    assertThat(check.status()).isZero();
    assertThat(check.said()).contains("The key was taken from the bundle itself");
  }

  @Test
  void itSpeaksVietnamese() {
    Check check = Check.in(new Locale("vi", "VN"), Bundle.of(log, 20).write(folder));
    assertThat(check.said()).contains("14 sự kiện", "ĐÃ CHỨNG MINH TẤT CẢ.");
  }

  @Test
  void anotherKeyThanTheCallersIsNotTaken() {
    String foreign = new Log().key();
    Check check = Check.of(Bundle.of(log, 20).write(folder), "--key", foreign);
    assertThat(check.said()).contains("no valid signature by any of the keys");
    assertThat(check.status()).isEqualTo(1);
  }

  @Test
  void aWitnessThatIsAskedForMustHaveCosigned() {
    SignerKey witness =
        SignerKey.generate("tinh.example/w", KeyAlgorithm.COSIGNATURE_V1, new SecureRandom());
    String key = witness.verifier().text();
    Bundle bundle = Bundle.of(log, 20);
    Check without = Check.of(bundle.write(folder), "--witness", key);
    assertThat(without.said()).contains("the witness tinh.example/w has not cosigned");
    assertThat(without.status()).isEqualTo(1);
    SignedNote note = SignedNote.parse(log.checkpoint(20));
    Instant seen = Instant.parse("2026-11-27T01:02:03Z");
    bundle.put("checkpoint", note.with(witness.cosign(note.text(), seen)).note()).manifest();
    Check with = Check.of(bundle.write(folder), "--witness", key);
    assertThat(with.said()).contains("tinh.example/w cosigned that tree at 2026-11-27T01:02:03Z");
    assertThat(with.status()).isZero();
    String other = Bundle.of(log, 19).text("checkpoint");
    NoteSignature ofAnother = witness.cosign(SignedNote.parse(other).text(), seen);
    bundle.put("checkpoint", note.with(ofAnother).note()).manifest();
    assertThat(Check.of(bundle.write(folder), "--witness", key).status()).isEqualTo(1);
    assertThat(Check.of(bundle.write(folder)).status()).as("others are passed over").isZero();
  }

  @Test
  void anOldBundleIsProvenAfterMoreEventsAndANewKey() throws IOException {
    Path old = Bundle.of(log, 20).write(folder);
    String oldKey = log.key();
    log.rotate();
    Bundle.fill(log, 10);
    assertThat(Check.of(old, "--key", log.key(), "--key", oldKey).status()).isZero();
    Path mine = folder.resolve("checkpoint");
    Files.writeString(mine, log.checkpoint(30));
    assertThat(Check.of(old, "--checkpoint", mine.toString()).said())
        .contains("does not prove how they go together");
  }

  @Test
  void theCallersOwnCheckpointIsCompared() throws IOException {
    Path mine = folder.resolve("checkpoint");
    Files.writeString(mine, log.checkpoint(7));
    Bundle bundle = Bundle.of(log, 20);
    Check without = Check.of(bundle.write(folder), "--checkpoint", mine.toString());
    assertThat(without.said()).contains("does not prove how they go together");
    assertThat(without.status()).isEqualTo(1);
    earlier(bundle, log, 7).manifest();
    Check with = Check.of(bundle.write(folder), "--checkpoint", mine.toString());
    assertThat(with.said()).contains("Your own checkpoint of 7 entries agrees");
    assertThat(with.status()).isZero();
    Files.writeString(mine, log.checkpoint(20));
    assertThat(Check.of(bundle.write(folder), "--checkpoint", mine.toString()).status()).isZero();
  }

  @Test
  void aForkedLogIsToldByTheCallersOwnCheckpoint() throws IOException {
    Log forked = new Log();
    Bundle.fill(forked, 6);
    forked.append(new byte[] {1});
    Bundle.fill(forked, 13);
    Path mine = folder.resolve("checkpoint");
    Files.writeString(mine, forked.checkpoint(20));
    Check check = Check.of(Bundle.of(log, 20).write(folder), "--checkpoint", mine.toString());
    assertThat(check.said()).contains("names another root");
    Bundle bundle = earlier(Bundle.of(log, 20), forked, 7).manifest();
    assertThat(Check.of(bundle.write(folder)).said()).contains("NOT the beginning of this one");
  }

  private static Bundle earlier(Bundle bundle, Log log, long size) {
    String note = log.checkpoint(size).replace("\n", "\\n");
    String hashes = Bundle.hashes(log.consistency(size, 20));
    return bundle.put(
        "consistency.ndjson", "{\"checkpoint\":\"" + note + "\",\"hashes\":" + hashes + "}\n");
  }

  @Test
  void whatIsNotClaimedIsNotDemanded() {
    Bundle bundle = Bundle.of(log, 20);
    bundle.edit("events.ndjson", lines -> lines.remove(5));
    bundle.edit("proofs.ndjson", lines -> lines.remove(5));
    bundle.count(13).complete("NONE");
    Check check = Check.of(bundle.write(folder));
    assertThat(check.said()).contains("Whether the selection left out", "1 gaps");
    assertThat(check.status()).isZero();
    bundle.complete("RANGE");
    assertThat(Check.of(bundle.write(folder)).said()).contains("of the log are left out");
  }
}
