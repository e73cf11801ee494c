package vn.danvankheo.events.state;

import java.time.LocalDate;
import java.util.List;

/**
 * What the unit did about a finding.
 *
 * @param doneOn the day
 * @param note how
 * @param attachments ids of attachments
 */
public record Remedy(LocalDate doneOn, String note, List<String> attachments) {}
