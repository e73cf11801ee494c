package vn.danvankheo.events.model;

import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Level;

/**
 * The model was designated an exemplar (điển hình tiêu biểu).
 *
 * @param year the term, 2000 to 2100
 * @param level the level
 * @param decision the decision
 */
public record ExemplarDesignated(int year, Level level, Decision decision) implements ModelEvent {}
