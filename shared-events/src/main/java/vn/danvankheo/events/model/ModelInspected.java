package vn.danvankheo.events.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Decimals;
import vn.danvankheo.events.vocabulary.Finding;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.Representative;
import vn.danvankheo.events.vocabulary.Score;
import vn.danvankheo.events.vocabulary.TeamMember;

/**
 * The model was inspected and scored.
 *
 * @param year the term, 2000 to 2100
 * @param no number within the model, from 1
 * @param kind periodic, on a sign, or by the unit itself
 * @param inspectedOn the day
 * @param place where
 * @param team by positions
 * @param representatives of the inspected unit
 * @param minutesNumber of the minutes
 * @param scores one for each criterion of the plan
 * @param total the sum of the points
 * @param rating the class by the plan's bounds
 * @param strengths what is good
 * @param shortcomings what is not
 * @param findings numbered from 1
 * @param conclusion the team's
 * @param unitOpinion the inspected unit's
 * @param attachments ids of attachments
 */
public record ModelInspected(
    int year,
    int no,
    InspectionKind kind,
    LocalDate inspectedOn,
    @Nullable String place,
    List<TeamMember> team,
    List<Representative> representatives,
    String minutesNumber,
    List<Score> scores,
    BigDecimal total,
    Rating rating,
    @Nullable String strengths,
    @Nullable String shortcomings,
    List<Finding> findings,
    String conclusion,
    @Nullable String unitOpinion,
    List<String> attachments)
    implements ModelEvent {

  /** Drops meaningless trailing zeros, so that equal amounts are equal records. */
  public ModelInspected {
    total = Decimals.plain(total);
  }
}
