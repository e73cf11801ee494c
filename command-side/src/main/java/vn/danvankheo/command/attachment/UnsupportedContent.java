package vn.danvankheo.command.attachment;

/** A file is none of the kinds that are taken, whatever its name says. */
public final class UnsupportedContent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedContent() {
    super("The file is of no kind that is taken", null, false, false);
  }
}
