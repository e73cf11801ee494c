package vn.danvankheo.standalone.console;

/** The program will not start, for a reason that the person who started it can remove. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a start is refused, as the process's exit status. */
  public enum Kind {
    /** An option or environment variable cannot be used. */
    OPTION(2),
    /** The data folder cannot be used. */
    DATA(3),
    /** The port cannot be had. */
    PORT(4),
    /** The embedded database does not start. */
    STORE(5);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }
  }

  private final Kind kind;

  /**
   * A refusal in the machine's language.
   *
   * @param kind what has to be put right
   * @param key the text's key
   * @param arguments the text's arguments
   */
  public Refusal(Kind kind, String key, Object... arguments) {
    super(Texts.of(key, arguments));
    this.kind = kind;
  }

  /** The exit status for the caller's scripts, 2 to 5. */
  public int exitCode() {
    return kind.exitCode;
  }
}
