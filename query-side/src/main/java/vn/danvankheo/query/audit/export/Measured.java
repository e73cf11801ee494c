package vn.danvankheo.query.audit.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import vn.danvankheo.events.digest.Sha256;

/** Counts and digests what goes through; closing it leaves open what it goes to. */
final class Measured extends FilterOutputStream {
  private final MessageDigest digest = Sha256.begin();
  private long size;

  Measured(OutputStream out) {
    super(out);
  }

  /** What a file holds. */
  record Facts(long size, String sha256) {}

  static Facts of(Content content, OutputStream out) throws IOException {
    Measured measured = new Measured(out);
    content.writeTo(measured);
    measured.flush();
    return new Facts(measured.size, HexFormat.of().formatHex(measured.digest.digest()));
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
    size++;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    digest.update(bytes, from, length);
    size += length;
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
