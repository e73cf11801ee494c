package vn.danvankheo.events.state;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.Representative;
import vn.danvankheo.events.vocabulary.Score;
import vn.danvankheo.events.vocabulary.TeamMember;

/**
 * An inspection with its findings.
 *
 * @param no number within the model, from 1
 * @param kind periodic, on a sign, or by the unit itself
 * @param inspectedOn the day
 * @param place where
 * @param team by positions
 * @param representatives of the inspected unit
 * @param minutesNumber of the minutes
 * @param scores one for each criterion
 * @param total the sum of the points
 * @param rating the class by the plan's bounds, before any cap
 * @param strengths what is good
 * @param shortcomings what is not
 * @param findings what is to be remedied
 * @param conclusion the team's
 * @param unitOpinion the unit's
 * @param attachments ids of attachments
 * @param annulled whether it was declared void
 * @param annulmentReason why
 */
public record Inspection(
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
    List<TrackedFinding> findings,
    String conclusion,
    @Nullable String unitOpinion,
    List<String> attachments,
    boolean annulled,
    @Nullable String annulmentReason) {

  Inspection with(List<TrackedFinding> newFindings) {
    return copy(newFindings, annulled, annulmentReason);
  }

  Inspection annul(String reason) {
    return copy(findings, true, reason);
  }

  /**
   * Whether recognition may rest on it.
   *
   * @return true when neither void nor the unit's own
   */
  public boolean counts() {
    return !annulled && kind != InspectionKind.SELF;
  }

  private Inspection copy(List<TrackedFinding> f, boolean isAnnulled, @Nullable String why) {
    return new Inspection(
        no,
        kind,
        inspectedOn,
        place,
        team,
        representatives,
        minutesNumber,
        scores,
        total,
        rating,
        strengths,
        shortcomings,
        f,
        conclusion,
        unitOpinion,
        attachments,
        isAnnulled,
        why);
  }
}
