package vn.danvankheo.standalone.sample;

/** The registry refused what the sample data ask for. */
public final class SampleRefused extends RuntimeException {
  /** The status that says that a password is wrong. */
  public static final int UNAUTHORIZED = 401;

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  SampleRefused(String request, int status, String code, String answer) {
    super(request + " was answered " + status + " " + code + ": " + answer);
    this.status = status;
    this.code = code;
  }

  /**
   * The answer's HTTP status.
   *
   * @return 400 or more
   */
  public int status() {
    return status;
  }

  String code() {
    return code;
  }
}
