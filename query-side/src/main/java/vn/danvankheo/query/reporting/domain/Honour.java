package vn.danvankheo.query.reporting.domain;

import vn.danvankheo.events.vocabulary.Level;

/**
 * A recognition or a designation as exemplar.
 *
 * @param level the level
 * @param decision by what
 */
public record Honour(Level level, DocumentRef decision) {}
