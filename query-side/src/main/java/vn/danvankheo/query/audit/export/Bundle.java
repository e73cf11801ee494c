package vn.danvankheo.query.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.danvankheo.web.table.ZipTime;

/**
 * The files of a bundle, each looked through once so that the manifest can stand in front of them
 * and its digest be recorded before anything leaves the house.
 */
final class Bundle {
  private static final String MANIFEST = "manifest.json";

  private final byte[] manifest;
  private final long events;
  private final Map<String, Content> files;
  private final Map<String, Measured.Facts> facts;

  Bundle(
      byte[] manifest, long events, Map<String, Content> files, Map<String, Measured.Facts> facts) {
    this.manifest = manifest;
    this.events = events;
    this.files = new LinkedHashMap<>(files);
    this.facts = Map.copyOf(facts);
  }

  long events() {
    return events;
  }

  /** The manifest's, which names the digest of everything else. */
  String digest() throws IOException {
    return "sha256:"
        + Measured.of(out -> out.write(manifest), OutputStream.nullOutputStream()).sha256();
  }

  /**
   * Writes the ZIP.
   *
   * @throws IOException when the caller is gone, or a file is no longer what it was
   */
  void writeTo(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    begin(zip, MANIFEST);
    zip.write(manifest);
    for (Map.Entry<String, Content> file : files.entrySet()) {
      begin(zip, file.getKey());
      Measured.Facts written = Measured.of(file.getValue(), zip);
      if (!written.equals(facts.get(file.getKey()))) {
        throw new IOException(file.getKey() + " has changed while it was handed out");
      }
    }
    zip.finish();
    out.flush();
  }

  /** Always the same time, so that the same content makes the same bytes. */
  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ZipTime.NONE);
    zip.putNextEntry(entry);
  }
}
