package vn.danvankheo.events.state;

import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Level;

/**
 * A designation as an exemplar.
 *
 * @param level the level
 * @param decision the decision
 */
public record Exemplar(Level level, Decision decision) {}
