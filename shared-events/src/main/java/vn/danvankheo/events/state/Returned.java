package vn.danvankheo.events.state;

import java.time.LocalDate;

/**
 * A registration was returned.
 *
 * @param reason what was missing
 * @param dueOn when it was due again
 */
public record Returned(String reason, LocalDate dueOn) {}
