package vn.danvankheo.query.reading;

/** A stored event that this release can't read; its message names the event, never its content. */
public final class UnreadableEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableEvent(LogRow row, RuntimeException cause) {
    super(
        "Event %s at position %d (%s, revision %d) can't be read: %s"
            .formatted(
                row.eventId(),
                row.position(),
                row.type(),
                row.revision(),
                cause.getClass().getSimpleName()),
        cause);
  }
}
