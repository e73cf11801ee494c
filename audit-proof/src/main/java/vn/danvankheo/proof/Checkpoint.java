package vn.danvankheo.proof;

import java.util.Base64;
import java.util.List;

/**
 * What a log says of itself: C2SP tlog-checkpoint, the text of a signed note.
 *
 * @param origin the log's name
 * @param size how many entries it has, from 0
 * @param root of the tree over them
 */
public record Checkpoint(String origin, long size, Hash root) {
  /** Refuses what no log can say. */
  public Checkpoint {
    if (origin.isEmpty() || origin.contains("\n") || size < 0) {
      throw new IllegalArgumentException("Not a checkpoint");
    }
  }

  /**
   * Reads the text of a checkpoint; lines of extensions are passed over.
   *
   * @param text three lines or more
   * @return what it says
   * @throws IllegalArgumentException when it is none
   */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("A checkpoint has the lines origin, size and root");
    }
    Hash root = Hash.of(Base64.getDecoder().decode(lines[2]));
    return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
  }

  /**
   * The text that is signed.
   *
   * @return three lines
   */
  public String text() {
    return origin + '\n' + size + '\n' + root.base64() + '\n';
  }

  /**
   * Signs it.
   *
   * @param key the log's
   * @return the note with that signature
   */
  public SignedNote sign(SignerKey key) {
    return new SignedNote(text(), List.of(key.sign(text())));
  }
}
