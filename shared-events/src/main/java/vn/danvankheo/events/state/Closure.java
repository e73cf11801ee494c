package vn.danvankheo.events.state;

import vn.danvankheo.events.vocabulary.ClosureOutcome;

/**
 * How a model ended.
 *
 * @param outcome completed or stopped
 * @param reason why
 * @param year the term it ended in
 */
public record Closure(ClosureOutcome outcome, String reason, int year) {}
