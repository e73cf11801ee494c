package vn.danvankheo.events.state;

import java.math.BigDecimal;
import java.util.List;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Level;

/**
 * A recognition of a year at a level.
 *
 * @param level the level
 * @param decision the decision
 * @param score the mean it rests on
 * @param inspections the numbers it rests on
 */
public record Recognition(
    Level level, Decision decision, BigDecimal score, List<Integer> inspections) {}
