package vn.danvankheo.events.sealing;

/** A stored key was wrapped by another master key than the one given. */
public final class WrongMasterKey extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongMasterKey() {
    super(
        "The master key is not the one that the names in this event database are sealed with. Give"
            + " the right one by DANVANKHEO_MASTER_KEY or DANVANKHEO_MASTER_KEY_FILE, or put it back"
            + " as keys/master.key in the data folder.");
  }
}
