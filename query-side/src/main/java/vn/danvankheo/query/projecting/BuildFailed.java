package vn.danvankheo.query.projecting;

import vn.danvankheo.query.reading.LogRow;

/** A build met an event that can't be folded. Its message names the event, never its content. */
public final class BuildFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String view;
  private final String event;
  private final String why;

  BuildFailed(String view, LogRow row, RuntimeException cause) {
    super(view + ": " + told(row) + " can't be folded: " + Causes.of(cause), cause);
    this.view = view;
    this.event = told(row);
    this.why = Causes.root(cause);
  }

  /**
   * The view that can't take the event.
   *
   * @return with its definition; several separated by commas
   */
  public String view() {
    return view;
  }

  /**
   * The event that can't be folded.
   *
   * @return its id, position, stream, type and revision in words
   */
  public String event() {
    return event;
  }

  /**
   * Why it can't be folded.
   *
   * @return what began it, in an engineer's words; nothing of the event's content
   */
  public String why() {
    return why;
  }

  private static String told(LogRow row) {
    return "event %s at position %d of %s (%s, revision %d)"
        .formatted(row.eventId(), row.position(), row.aggregateId(), row.type(), row.revision());
  }
}
