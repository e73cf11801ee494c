package vn.danvankheo.query.reading;

import java.time.Instant;

/**
 * A stretch of time in which events were recorded.
 *
 * @param from its first moment
 * @param to its last moment
 */
public record Stretch(Instant from, Instant to) {
  /** All the time that a database can tell. */
  public static final Stretch EVER =
      new Stretch(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59Z"));
}
