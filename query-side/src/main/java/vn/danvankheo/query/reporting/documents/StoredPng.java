package vn.danvankheo.query.reporting.documents;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** Bitmaps without compressing, for the same reason as {@link StoredZip}. */
final class StoredPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int MOST_OF_A_BLOCK = 65_535;

  private StoredPng() {}

  /**
   * Black and white.
   *
   * @param width in pixels
   * @param height in pixels
   * @param rows each a nought and its bits, 1 for white
   */
  static byte[] ofBits(int width, int height, byte[] rows) {
    ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
    head.put((byte) 1).put(new byte[4]);
    ByteArrayOutputStream png = new ByteArrayOutputStream(rows.length + 100);
    png.writeBytes(SIGNATURE);
    chunk(png, "IHDR", head.array());
    chunk(png, "IDAT", stored(rows));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    ByteBuffer chunk = ByteBuffer.allocate(data.length + 12).putInt(data.length);
    png.writeBytes(chunk.put(name).put(data).putInt((int) crc.getValue()).array());
  }

  /** A zlib stream of blocks as they are. */
  private static byte[] stored(byte[] data) {
    int blocks = Math.max(1, (data.length + MOST_OF_A_BLOCK - 1) / MOST_OF_A_BLOCK);
    ByteBuffer out = ByteBuffer.allocate(data.length + 5 * blocks + 6);
    out.put((byte) 0x78).put((byte) 0x01);
    for (int block = 0; block < blocks; block++) {
      int from = block * MOST_OF_A_BLOCK;
      int length = Math.min(MOST_OF_A_BLOCK, data.length - from);
      out.put((byte) (block == blocks - 1 ? 1 : 0));
      out.put((byte) length).put((byte) (length >> 8));
      out.put((byte) ~length).put((byte) (~length >> 8));
      out.put(data, from, length);
    }
    Adler32 adler = new Adler32();
    adler.update(data);
    return out.putInt((int) adler.getValue()).array();
  }
}
