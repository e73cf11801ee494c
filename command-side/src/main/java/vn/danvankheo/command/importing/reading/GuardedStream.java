package vn.danvankheo.command.importing.reading;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * A part of a workbook as it unpacks, watched byte by byte: too much of it, too much out of too
 * little, or a tag or text too long for an honest one ends the reading.
 */
final class GuardedStream extends FilterInputStream {
  /** Ten times what 200,000 full rows take. */
  static final long MOST_BYTES = 2L << 30;

  /** Sheets of equal rows pack 1:50; what packs better than this is made to burst. */
  private static final int HIGHEST_RATIO = 200;

  private static final long RATIO_COUNTS_FROM = 8L << 20;
  private static final int LONGEST_TOKEN = 1 << 20;

  private final long packed;
  private final long most;
  private long unpacked;
  private int token;

  GuardedStream(InputStream in, long packed) {
    this(in, packed, MOST_BYTES);
  }

  GuardedStream(InputStream in, long packed, long most) {
    super(in);
    this.packed = packed;
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = unpack(bytes, offset, length);
    if (count > 0) {
      unpacked += count;
      if (unpacked > most || isBursting(unpacked, packed) || hasLongToken(bytes, offset, count)) {
        throw new UnreadableFile(UnreadableFile.Reason.SUSPICIOUS_COMPRESSION);
      }
    }
    return count;
  }

  /** Whether so much out of so little is no honest part of a workbook. */
  static boolean isBursting(long unpacked, long packed) {
    return unpacked > RATIO_COUNTS_FROM && unpacked / Math.max(packed, 1) > HIGHEST_RATIO;
  }

  private int unpack(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (ZipException | EOFException damaged) {
      throw new UnreadableFile(UnreadableFile.Reason.DAMAGED_FILE);
    }
  }

  private boolean hasLongToken(byte[] bytes, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      boolean boundary = bytes[i] == '<' || bytes[i] == '>';
      token = boundary ? 0 : token + 1;
      if (token > LONGEST_TOKEN) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
