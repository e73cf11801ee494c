package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Representative;
import vn.danvankheo.events.vocabulary.Score;
import vn.danvankheo.events.vocabulary.Severity;
import vn.danvankheo.events.vocabulary.TeamMember;

/**
 * Puts an inspection on record.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param kind periodic, on a sign, or by the unit itself
 * @param inspectedOn the day, not after today
 * @param place where
 * @param team by positions
 * @param representatives of the inspected unit
 * @param minutesNumber of the minutes
 * @param scores one for each criterion of the plan
 * @param strengths what is good
 * @param shortcomings what is not
 * @param findings in the order in which they will be numbered
 * @param conclusion the team's
 * @param unitOpinion the inspected unit's
 * @param attachments ids of attachments
 */
public record InspectModel(
    String id,
    @Nullable Integer year,
    InspectionKind kind,
    LocalDate inspectedOn,
    @Nullable String place,
    List<TeamMember> team,
    List<Representative> representatives,
    String minutesNumber,
    List<Score> scores,
    @Nullable String strengths,
    @Nullable String shortcomings,
    List<NewFinding> findings,
    String conclusion,
    @Nullable String unitOpinion,
    List<String> attachments)
    implements ModelCommand {
  /** Keeps its own copies of the lists. */
  public InspectModel {
    team = List.copyOf(team);
    representatives = List.copyOf(representatives);
    scores = List.copyOf(scores);
    findings = List.copyOf(findings);
    attachments = List.copyOf(attachments);
  }

  @Override
  public String aggregateId() {
    return id;
  }

  /**
   * A shortcoming, not yet numbered.
   *
   * @param text what is wrong
   * @param severity how grave
   * @param dueOn the day by which it is to be remedied; a MAJOR one needs one
   */
  public record NewFinding(String text, Severity severity, @Nullable LocalDate dueOn) {}
}
