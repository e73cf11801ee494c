package vn.danvankheo.command.importing.running;

/** Another process has gone on with an import, so this one leaves it alone. */
final class LostJob extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostJob() {
    super("Another process has gone on with the import", null, false, false);
  }
}
