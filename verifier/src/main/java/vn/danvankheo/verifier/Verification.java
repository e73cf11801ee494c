package vn.danvankheo.verifier;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.MerkleProofs;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.VerifierKey;

/** Checks one bundle from the manifest down to the last paper. */
final class Verification {
  private static final int MAX_TEXT = 1 << 20;
  private static final String PERSONAL = "personal.ndjson";
  private static final List<String> NEEDED =
      List.of("checkpoint", "keys", "events.ndjson", "proofs.ndjson");

  private final Archive archive;
  private final List<VerifierKey> given;
  private final List<VerifierKey> witnesses;
  private final Optional<SignedNote> known;
  private final Report report = new Report();

  /**
   * Checks a bundle.
   *
   * @param archive the bundle
   * @param given keys that the caller trusts; when there are none, the bundle's own are taken
   * @param witnesses keys of servers each of which must have cosigned
   * @param known a checkpoint that the caller has from elsewhere
   */
  Verification(
      Archive archive,
      List<VerifierKey> given,
      List<VerifierKey> witnesses,
      Optional<SignedNote> known) {
    this.archive = archive;
    this.given = given;
    this.witnesses = witnesses;
    this.known = known;
  }

  Report run() throws Unreadable, IOException {
    Manifest manifest = manifest();
    checkFiles(manifest);
    if (!archive.contents().keySet().containsAll(NEEDED)) {
      return report;
    }
    Optional<Checkpoint> tree = checkpoint(manifest);
    if (tree.isPresent()) {
      Checkpoint checkpoint = tree.get();
      checkEarlier(checkpoint);
      Set<String> papers = new Events(archive, manifest, checkpoint, report).check();
      new Papers(archive, manifest, report).check(papers);
    }
    if (archive.has("history.html")) {
      report.limit("limit.readable", "history.html");
    }
    checkPersonal(manifest);
    return report;
  }

  /** Who hands names on in the open must have asked for it, and that is recorded. */
  private void checkPersonal(Manifest manifest) {
    boolean there = archive.has(PERSONAL);
    if (there != manifest.personal()) {
      report.problem(there ? "personal.unasked" : "personal.missing", PERSONAL);
    }
    if (there) {
      report.limit("limit.personal", PERSONAL);
    }
  }

  private Manifest manifest() throws Unreadable, IOException {
    if (!archive.has(Manifest.NAME)) {
      throw new Unreadable("unreadable.nomanifest");
    }
    try {
      Manifest manifest = Manifest.parse(archive.text(Manifest.NAME, Manifest.MAX_SIZE));
      if (manifest.selection().isEmpty()) {
        report.fact("fact.everything");
      } else {
        report.fact("fact.selection", selection(manifest));
      }
      report.fact("fact.log", manifest.log().origin(), manifest.log().size());
      report.fact(
          "fact.manifest", "sha256:" + archive.contents().get(Manifest.NAME).sha256().hex());
      return manifest;
    } catch (IllegalArgumentException e) {
      throw new Unreadable("unreadable.manifest", String.valueOf(e.getMessage()));
    }
  }

  private static String selection(Manifest manifest) {
    List<String> parts = new ArrayList<>();
    manifest.selection().forEach((name, value) -> parts.add(name + "=" + value));
    return String.join(" ", parts);
  }

  private void checkFiles(Manifest manifest) {
    long before = report.count();
    Map<String, Archive.Content> contents = archive.contents();
    manifest
        .files()
        .forEach(
            (name, content) -> {
              if (!contents.containsKey(name)) {
                report.problem("file.missing", name);
              } else if (!content.equals(contents.get(name))) {
                report.problem("file.changed", name);
              }
            });
    for (String name : contents.keySet()) {
      if (!manifest.files().containsKey(name) && !name.equals(Manifest.NAME)) {
        report.problem("file.added", name);
      }
    }
    for (String name : NEEDED) {
      if (!contents.containsKey(name) && !manifest.files().containsKey(name)) {
        report.problem("file.missing", name);
      }
    }
    if (report.count() == before) {
      report.proven("proven.files", manifest.files().size());
    }
  }

  private Optional<Checkpoint> checkpoint(Manifest manifest) throws IOException {
    SignedNote note;
    Checkpoint checkpoint;
    try {
      note = SignedNote.parse(archive.text("checkpoint", MAX_TEXT));
      checkpoint = Checkpoint.parse(note.text());
    } catch (IllegalArgumentException e) {
      report.problem("checkpoint.unreadable");
      return Optional.empty();
    }
    Optional<VerifierKey> signer = signer(note, checkpoint.origin());
    if (signer.isEmpty()) {
      report.problem("checkpoint.unsigned");
      return Optional.empty();
    }
    VerifierKey key = signer.get();
    report.proven("proven.checkpoint", checkpoint.size(), checkpoint.root(), key);
    if (given.isEmpty()) {
      report.limit("limit.key", Fingerprint.of(key));
    }
    witnesses.forEach(witness -> checkWitness(note, witness));
    if (!checkpoint.equals(manifest.log())) {
      report.problem("checkpoint.other");
    }
    return Optional.of(checkpoint);
  }

  private void checkWitness(SignedNote note, VerifierKey witness) {
    Optional<Instant> seen =
        note.signatures().stream()
            .filter(witness::made)
            .findFirst()
            .flatMap(witness::cosignedAt)
            .filter(at -> note.signedBy(witness));
    if (seen.isPresent()) {
      report.proven("proven.witness", witness.name(), seen.get());
    } else {
      report.problem("checkpoint.unwitnessed", witness.name());
    }
  }

  /** Who signed a checkpoint, among the keys that count. */
  private Optional<VerifierKey> signer(SignedNote note, String origin) throws IOException {
    return (given.isEmpty() ? keys() : given)
        .stream().filter(key -> key.name().equals(origin) && note.signedBy(key)).findFirst();
  }

  private List<VerifierKey> keys() throws IOException {
    try {
      return archive.text("keys", MAX_TEXT).lines().map(VerifierKey::parse).toList();
    } catch (IllegalArgumentException e) {
      report.problem("keys.unreadable");
      return List.of();
    }
  }

  /** Earlier trees, the bundle's and the caller's, must be the beginning of this one. */
  private void checkEarlier(Checkpoint checkpoint) throws IOException {
    boolean related = false;
    Optional<Checkpoint> own = own();
    if (archive.has("consistency.ndjson")) {
      try (Lines lines = new Lines(archive.open("consistency.ndjson"))) {
        for (String line = lines.next(); line != null; line = lines.next()) {
          Checkpoint earlier = checkEarlier(line, checkpoint);
          related |= own.isPresent() && own.get().equals(earlier);
        }
      } catch (IllegalArgumentException e) {
        report.problem("consistency.unreadable");
      }
    }
    if (own.isPresent()) {
      Checkpoint mine = own.get();
      if (mine.equals(checkpoint) || related) {
        report.proven("proven.own", mine.size());
      } else if (mine.size() == checkpoint.size() && mine.origin().equals(checkpoint.origin())) {
        report.problem("own.fork", mine.size());
      } else {
        report.problem("own.unrelated", mine.size(), checkpoint.size());
      }
    }
  }

  private Checkpoint checkEarlier(String line, Checkpoint checkpoint) throws IOException {
    Fields fields = new Fields(Json.parse(line), Set.of("checkpoint", "hashes"));
    SignedNote note = SignedNote.parse(fields.text("checkpoint"));
    Checkpoint earlier = Checkpoint.parse(note.text());
    List<Hash> hashes = ProofLine.hashes(fields);
    boolean begins =
        earlier.origin().equals(checkpoint.origin())
            && MerkleProofs.verifyConsistency(
                earlier.size(), earlier.root(), checkpoint.size(), checkpoint.root(), hashes);
    if (!begins) {
      report.problem("consistency.wrong", earlier.size());
      return checkpoint;
    }
    Set<VerifierKey> all = new LinkedHashSet<>(given);
    all.addAll(keys());
    if (all.stream().anyMatch(note::signedBy)) {
      report.proven("proven.earlier", earlier.size());
    } else {
      report.problem("consistency.unsigned", earlier.size());
    }
    return earlier;
  }

  private Optional<Checkpoint> own() {
    if (known.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Checkpoint.parse(known.get().text()));
    } catch (IllegalArgumentException e) {
      report.problem("own.unreadable");
      return Optional.empty();
    }
  }
}
