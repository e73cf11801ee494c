package vn.danvankheo.events.state;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.DutyKind;
import vn.danvankheo.events.vocabulary.FindingState;
import vn.danvankheo.events.vocabulary.TermStatus;

/** What is still owed, by one reading for reminders (write side) and the overdue view alike. */
public final class Duties {
  private Duties() {}

  /**
   * What a model's unit still owes for a term: a returned form, open findings, progress reports.
   *
   * @param model the model
   * @param term one of its terms
   * @param plan the term's plan; null when none was issued
   * @return nothing once the term or the model ended
   */
  public static List<Duty> ofTerm(ModelState model, Term term, @Nullable PlanState plan) {
    if (model.closure() != null || term.ended()) {
      return List.of();
    }
    List<Duty> duties = new ArrayList<>();
    if (term.status() == TermStatus.RETURNED) {
      term.latestReturn()
          .ifPresent(r -> duties.add(new Duty(DutyKind.RESUBMISSION, term.year(), r.dueOn())));
    }
    term.findings()
        .filter(finding -> finding.state() == FindingState.OPEN && finding.dueOn() != null)
        .forEach(f -> duties.add(new Duty(DutyKind.FINDING, term.year(), f.dueOn())));
    if (plan != null && term.running()) {
      addProgress(duties, model, term, plan);
    }
    return List.copyOf(duties);
  }

  /**
   * What a unit still owes that is no single model's: registrations up to the plan's minimum, and
   * the issuing unit its two reports.
   *
   * @param unitCode the unit
   * @param plan the plan it works by
   * @param registered how many models it has registered for the plan's year
   * @return in the order of their days as a plan has them
   */
  public static List<Duty> ofUnit(String unitCode, PlanState plan, int registered) {
    List<Duty> duties = new ArrayList<>();
    Integer minimum = plan.content().modelsPerUnitMin();
    if (minimum != null && registered < minimum) {
      add(duties, DutyKind.REGISTRATION, plan, plan.content().registrationDueOn());
    }
    if (unitCode.equals(plan.content().unitCode())) {
      add(duties, DutyKind.REPORT, plan, plan.content().midYearReportDueOn());
      add(duties, DutyKind.REPORT, plan, plan.content().finalReportDueOn());
    }
    return List.copyOf(duties);
  }

  /**
   * Any report makes up for the mid-year one; only one nearer to the year's end than to mid-year is
   * the final one.
   */
  private static void addProgress(List<Duty> duties, ModelState model, Term term, PlanState plan) {
    LocalDate midYear = plan.content().midYearReportDueOn();
    LocalDate end = plan.content().finalReportDueOn();
    LocalDate startsOn = Optional.ofNullable(model.form().startsOn()).orElse(LocalDate.MIN);
    if (midYear != null
        && !startsOn.isAfter(midYear)
        && term.currentReports().findAny().isEmpty()) {
      duties.add(new Duty(DutyKind.PROGRESS, term.year(), midYear));
    }
    if (end != null && !startsOn.isAfter(end) && !reportedAfter(term, between(midYear, end))) {
      duties.add(new Duty(DutyKind.PROGRESS, term.year(), end));
    }
  }

  private static LocalDate between(@Nullable LocalDate midYear, LocalDate end) {
    return midYear == null
        ? LocalDate.MIN
        : midYear.plusDays(ChronoUnit.DAYS.between(midYear, end) / 2);
  }

  private static boolean reportedAfter(Term term, LocalDate day) {
    return term.currentReports().anyMatch(report -> report.reportedOn().isAfter(day));
  }

  private static void add(
      List<Duty> duties, DutyKind kind, PlanState plan, @Nullable LocalDate dueOn) {
    if (dueOn != null) {
      duties.add(new Duty(kind, plan.content().year(), dueOn));
    }
  }
}
