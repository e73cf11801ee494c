package vn.danvankheo.query.audit.ledger;

import java.time.Instant;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.SignedNote;

/**
 * A signed tree as it is stored.
 *
 * @param size how many entries it has, from 0
 * @param position of its last event in the event log; 0 without one
 * @param root the tree's
 * @param signedAt when
 * @param note as it was published
 */
public record StoredCheckpoint(long size, long position, Hash root, Instant signedAt, String note) {
  /**
   * The note's parts; its signatures are not checked.
   *
   * @return them
   * @throws IllegalArgumentException when somebody made it unreadable
   */
  public SignedNote signed() {
    return SignedNote.parse(note);
  }

  /**
   * Whether the note says what the columns beside it say.
   *
   * @param origin the ledger's name
   * @return false also when it is unreadable
   */
  public boolean saysSo(String origin) {
    try {
      return Checkpoint.parse(signed().text()).equals(new Checkpoint(origin, size, root));
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
