package vn.danvankheo.command.attachment;

/** A file is larger than {@link AttachmentStore#MAX_BYTES}. */
public final class AttachmentTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AttachmentTooLarge() {
    super("The file is too large", null, false, false);
  }
}
