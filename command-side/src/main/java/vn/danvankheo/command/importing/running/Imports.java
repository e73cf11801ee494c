package vn.danvankheo.command.importing.running;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import vn.danvankheo.command.importing.RowReader;
import vn.danvankheo.events.digest.Sha256;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.scratch.Scratch;

/** Takes files in to be imported. */
public final class Imports {
  private final ImportStore store;
  private final ImportWorker worker;
  private final Scratch scratch;
  private final Supplier<String> ids;

  Imports(ImportStore store, ImportWorker worker, Scratch scratch, Supplier<String> ids) {
    this.store = store;
    this.worker = worker;
    this.scratch = scratch;
    this.ids = ids;
  }

  /**
   * Takes a file in. What it has to show at once is that it is a file with the form's headings.
   *
   * @param content the file, read to its end; the caller closes it
   * @param upload what is known of it
   * @return the import, to be worked on from now on
   * @throws IOException when the content can't be read or put aside
   * @throws vn.danvankheo.command.importing.reading.UnreadableFile when it is no list
   * @throws vn.danvankheo.web.problem.ProblemException 422 when the key belongs to another file
   */
  public Accepted accept(InputStream content, ImportedFile upload) throws IOException {
    Path file = scratch.file();
    try {
      String fingerprint =
          putAside(content, file) + " dryRun=" + upload.dryRun() + " atomic=" + upload.atomic();
      RowReader.open(file).close();
      UUID id = UUID.fromString(ids.get());
      if (store.create(id, upload, fingerprint, file)) {
        worker.wake();
        return new Accepted(id.toString(), false);
      }
      return known(upload, fingerprint);
    } finally {
      Files.delete(file);
    }
  }

  private Accepted known(ImportedFile upload, String fingerprint) {
    return store
        .byKey(upload.metadata().actor().userName(), String.valueOf(upload.key()))
        .filter(known -> known.fingerprint().equals(fingerprint))
        .map(known -> new Accepted(known.id(), true))
        .orElseThrow(() -> ProblemCode.IDEMPOTENCY_KEY_REUSED.problem().exception());
  }

  private static String putAside(InputStream content, Path file) throws IOException {
    MessageDigest sha = Sha256.begin();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha)) {
      content.transferTo(out);
    }
    return "sha256:" + HexFormat.of().formatHex(sha.digest());
  }
}
