package vn.danvankheo.command.importing.reading;

import java.util.Map;

/** A file can't be read as a table at all. It is an answer, not an accident: no stack trace. */
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient Map<String, Object> details;

  /** Why; the name is the stable code. */
  public enum Reason {
    /** Nothing is in it. */
    EMPTY_FILE,
    /** The old XLS format, or a workbook locked by a password. */
    OLD_OR_LOCKED_WORKBOOK,
    /** Neither a workbook nor text. */
    NOT_A_TABLE,
    /** It breaks off or contradicts itself. */
    DAMAGED_FILE,
    /** It unpacks to more than any list needs. */
    SUSPICIOUS_COMPRESSION,
    /** Text in an encoding that can't be told with certainty. */
    UNKNOWN_ENCODING,
    /** No row has the form's headings. */
    NO_HEADINGS,
    /** More rows than one import may have. */
    TOO_MANY_ROWS
  }

  /**
   * A refusal.
   *
   * @param reason why
   * @param details what the words need, by name
   */
  public UnreadableFile(Reason reason, Map<String, Object> details) {
    super(reason.name(), null, false, false);
    this.reason = reason;
    this.details = Map.copyOf(details);
  }

  /**
   * A refusal that needs no details.
   *
   * @param reason why
   */
  public UnreadableFile(Reason reason) {
    this(reason, Map.of());
  }

  /**
   * Why.
   *
   * @return its name is the code
   */
  public Reason reason() {
    return reason;
  }

  /**
   * What the words need.
   *
   * @return by name
   */
  public Map<String, Object> details() {
    return details;
  }
}
