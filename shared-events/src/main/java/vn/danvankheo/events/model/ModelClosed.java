package vn.danvankheo.events.model;

import vn.danvankheo.events.vocabulary.ClosureOutcome;

/**
 * The model ended.
 *
 * @param year the term it ended in, 2000 to 2100
 * @param outcome completed or stopped
 * @param reason why
 */
public record ModelClosed(int year, ClosureOutcome outcome, String reason) implements ModelEvent {}
