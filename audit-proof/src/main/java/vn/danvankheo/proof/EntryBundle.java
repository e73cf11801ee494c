package vn.danvankheo.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The entries of a tile as C2SP tlog-tiles writes them: each behind its length in two bytes. */
public final class EntryBundle {
  private static final int MAX_ENTRY = 65_535;

  private EntryBundle() {}

  /**
   * Writes entries one behind the other.
   *
   * @param entries each at most 65,535 bytes
   * @return the bundle
   */
  public static byte[] encode(List<byte[]> entries) {
    ByteBuffer bundle =
        ByteBuffer.allocate(entries.stream().mapToInt(entry -> 2 + entry.length).sum());
    for (byte[] entry : entries) {
      if (entry.length > MAX_ENTRY) {
        throw new IllegalArgumentException("An entry of " + entry.length + " bytes");
      }
      bundle.putShort((short) entry.length).put(entry);
    }
    return bundle.array();
  }

  /**
   * Reads entries.
   *
   * @param bundle as it was published
   * @return the entries
   * @throws IllegalArgumentException when it ends within an entry
   */
  public static List<byte[]> decode(byte[] bundle) {
    List<byte[]> entries = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(bundle);
    while (rest.hasRemaining()) {
      int length = rest.remaining() < 2 ? MAX_ENTRY : Short.toUnsignedInt(rest.getShort());
      if (length > rest.remaining()) {
        throw new IllegalArgumentException("The bundle ends within an entry");
      }
      byte[] entry = new byte[length];
      rest.get(entry);
      entries.add(entry);
    }
    return entries;
  }
}
