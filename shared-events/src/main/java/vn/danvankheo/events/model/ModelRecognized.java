package vn.danvankheo.events.model;

import java.math.BigDecimal;
import java.util.List;
import vn.danvankheo.events.vocabulary.Decimals;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Level;

/**
 * The model was recognised for the year at a level.
 *
 * @param year the term, 2000 to 2100
 * @param level the level
 * @param decision the decision
 * @param score the mean of the inspections it rests on, two places
 * @param inspections their numbers
 */
public record ModelRecognized(
    int year, Level level, Decision decision, BigDecimal score, List<Integer> inspections)
    implements ModelEvent {

  /** Drops meaningless trailing zeros, so that equal amounts are equal records. */
  public ModelRecognized {
    score = Decimals.plain(score);
  }
}
