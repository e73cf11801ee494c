package vn.danvankheo.events.state;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.Severity;
import vn.danvankheo.events.vocabulary.TermStatus;

/**
 * One year of a model.
 *
 * @param year 2000 to 2100
 * @param status its state
 * @param registeredOn the day it was handed in
 * @param late whether it was registered after the plan's day
 * @param registeredBy the user name of who registered it
 * @param objectives the year's targets
 * @param returns how often and why it was returned
 * @param changedSinceReturn whether the form was changed since the latest return
 * @param resubmittedLate whether it was ever handed in again after the day set
 * @param changedAfterReport whether it was changed after the year's report was issued
 * @param approval its approval
 * @param progressReports the unit's reports, corrected ones included
 * @param inspections void ones included
 * @param recognitions one for each level
 * @param refusal why recognition was refused
 * @param exemplars designations
 * @param commendations revoked ones included
 * @param reminders reminders sent
 * @param endReason why it was withdrawn or stopped
 */
public record Term(
    int year,
    TermStatus status,
    LocalDate registeredOn,
    boolean late,
    String registeredBy,
    List<Objective> objectives,
    List<Returned> returns,
    boolean changedSinceReturn,
    boolean resubmittedLate,
    boolean changedAfterReport,
    @Nullable Approval approval,
    List<ProgressReport> progressReports,
    List<Inspection> inspections,
    List<Recognition> recognitions,
    @Nullable String refusal,
    List<Exemplar> exemplars,
    List<Commendation> commendations,
    List<Reminder> reminders,
    @Nullable String endReason) {

  static Term registered(
      int year, List<Objective> objectives, LocalDate on, boolean late, String by) {
    return new Term(
        year,
        TermStatus.REGISTERED,
        on,
        late,
        by,
        objectives,
        List.of(),
        false,
        false,
        false,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /**
   * Whether it was ever recognised in this year, whatever became of it later.
   *
   * @return true when there is a recognition
   */
  public boolean recognized() {
    return !recognitions.isEmpty();
  }

  /**
   * Whether it is carried out, judged or not.
   *
   * @return true from its approval until it ends
   */
  public boolean running() {
    return status == TermStatus.APPROVED
        || status == TermStatus.RECOGNIZED
        || status == TermStatus.NOT_RECOGNIZED;
  }

  /**
   * Whether nothing more comes of it.
   *
   * @return true when it was withdrawn or stopped
   */
  public boolean ended() {
    return status == TermStatus.WITHDRAWN || status == TermStatus.STOPPED;
  }

  /**
   * The latest return.
   *
   * @return empty when it was never returned
   */
  public Optional<Returned> latestReturn() {
    return returns.isEmpty() ? Optional.empty() : Optional.of(returns.get(returns.size() - 1));
  }

  /**
   * The inspections that recognition may rest on.
   *
   * @return neither void ones nor the unit's own
   */
  public Stream<Inspection> validInspections() {
    return inspections.stream().filter(Inspection::counts);
  }

  /**
   * The mean of the valid inspections, half up, two places.
   *
   * @return empty when there is none
   */
  public Optional<BigDecimal> meanScore() {
    List<BigDecimal> totals = validInspections().map(Inspection::total).toList();
    return totals.isEmpty()
        ? Optional.empty()
        : Optional.of(
            totals.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(totals.size()), 2, RoundingMode.HALF_UP));
  }

  /**
   * The findings of inspections that are not void.
   *
   * @return settled ones included
   */
  public Stream<TrackedFinding> findings() {
    return inspections.stream()
        .filter(inspection -> !inspection.annulled())
        .flatMap(inspection -> inspection.findings().stream());
  }

  /**
   * A rating by points as it counts: nothing better than FAIR while a grave finding is open past
   * its day.
   *
   * @param byPoints what the points alone would give
   * @param day a day in Vietnam's time zone
   * @return the same, or FAIR
   */
  public Rating capped(Rating byPoints, LocalDate day) {
    boolean better = byPoints.compareTo(Rating.FAIR) < 0;
    boolean overdue = findings().anyMatch(f -> f.severity() == Severity.MAJOR && f.overdueOn(day));
    return better && overdue ? Rating.FAIR : byPoints;
  }

  /**
   * The reports in force.
   *
   * @return without those that were corrected
   */
  public Stream<ProgressReport> currentReports() {
    return progressReports.stream().filter(report -> report.correctedBy() == null);
  }

  /**
   * By what it was recognised, designated and commended.
   *
   * @return one for each honour, revoked ones included
   */
  public Stream<Decision> decisions() {
    return Stream.of(
            recognitions.stream().map(Recognition::decision),
            exemplars.stream().map(Exemplar::decision),
            commendations.stream().map(Commendation::decision))
        .flatMap(decisions -> decisions);
  }

  Term with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.term(this);
  }

  /** The parts that events change, open to be changed. */
  static final class Draft {
    TermStatus status;
    List<Objective> objectives;
    List<Returned> returns;
    boolean changedSinceReturn;
    boolean resubmittedLate;
    boolean changedAfterReport;
    @Nullable Approval approval;
    List<ProgressReport> progressReports;
    List<Inspection> inspections;
    List<Recognition> recognitions;
    @Nullable String refusal;
    List<Exemplar> exemplars;
    List<Commendation> commendations;
    List<Reminder> reminders;
    @Nullable String endReason;

    private Draft(Term term) {
      status = term.status;
      objectives = term.objectives;
      returns = term.returns;
      changedSinceReturn = term.changedSinceReturn;
      resubmittedLate = term.resubmittedLate;
      changedAfterReport = term.changedAfterReport;
      approval = term.approval;
      progressReports = term.progressReports;
      inspections = term.inspections;
      recognitions = term.recognitions;
      refusal = term.refusal;
      exemplars = term.exemplars;
      commendations = term.commendations;
      reminders = term.reminders;
      endReason = term.endReason;
    }

    private Term term(Term before) {
      return new Term(
          before.year,
          status,
          before.registeredOn,
          before.late,
          before.registeredBy,
          objectives,
          returns,
          changedSinceReturn,
          resubmittedLate,
          changedAfterReport,
          approval,
          progressReports,
          inspections,
          recognitions,
          refusal,
          exemplars,
          commendations,
          reminders,
          endReason);
    }
  }
}
