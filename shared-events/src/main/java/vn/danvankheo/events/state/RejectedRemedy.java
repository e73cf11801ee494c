package vn.danvankheo.events.state;

import java.time.LocalDate;

/**
 * Why a remedy was not accepted.
 *
 * @param reason why
 * @param dueOn the new day
 */
public record RejectedRemedy(String reason, LocalDate dueOn) {}
