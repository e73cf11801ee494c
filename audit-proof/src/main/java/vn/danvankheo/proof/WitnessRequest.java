package vn.danvankheo.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The body of C2SP tlog-witness's {@code add-checkpoint}.
 *
 * @param oldSize the size that the witness has seen last, from 0
 * @param proof that the tree of that size is the beginning of the checkpoint's; at most 63 hashes
 * @param checkpoint signed by the log
 */
public record WitnessRequest(long oldSize, List<Hash> proof, SignedNote checkpoint) {
  /** Freezes the proof. */
  public WitnessRequest {
    if (oldSize < 0 || proof.size() > 63) {
      throw new IllegalArgumentException("Not a request to a witness");
    }
    proof = List.copyOf(proof);
  }

  /**
   * Reads a body.
   *
   * @param body the whole text
   * @return its parts
   * @throws IllegalArgumentException when it is none
   */
  public static WitnessRequest parse(String body) {
    int split = body.indexOf("\n\n");
    String[] lines = split < 0 ? new String[] {""} : body.substring(0, split).split("\n", -1);
    if (!lines[0].matches("old (0|[1-9][0-9]{0,17})")) {
      throw new IllegalArgumentException("A witness is told the old size first");
    }
    List<Hash> proof = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      proof.add(Hash.fromBase64(lines[i]));
    }
    return new WitnessRequest(
        Long.parseLong(lines[0].substring(4)), proof, SignedNote.parse(body.substring(split + 2)));
  }

  /**
   * The body.
   *
   * @return the old size, the proof, an empty line, and the checkpoint
   */
  public String body() {
    StringBuilder body = new StringBuilder("old ").append(oldSize).append('\n');
    proof.forEach(hash -> body.append(hash.base64()).append('\n'));
    return body.append('\n').append(checkpoint.note()).toString();
  }
}
