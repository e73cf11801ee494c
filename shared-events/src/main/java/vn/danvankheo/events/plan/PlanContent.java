package vn.danvankheo.events.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Criterion;
import vn.danvankheo.events.vocabulary.Decimals;
import vn.danvankheo.events.vocabulary.EntitledIssuers;
import vn.danvankheo.events.vocabulary.FocusTask;
import vn.danvankheo.events.vocabulary.LegalBasis;
import vn.danvankheo.events.vocabulary.RatingBound;

/**
 * What a plan says. Every component may be null, so that the same record tells a whole plan and a
 * change to one: there null means "not changed".
 *
 * @param unitCode the issuing unit
 * @param year the plan's year, 2000 to 2100
 * @param number number and symbol
 * @param issuedOn its day
 * @param issuer the issuing body
 * @param title what it is about
 * @param registrationDueOn last day to register without being late
 * @param midYearReportDueOn day of the mid-year report
 * @param finalReportDueOn day of the final report
 * @param legalBases what it rests on
 * @param focusTasks its focus tasks
 * @param criteria scoring criteria, 100 points in all; null means the defaults
 * @param ratings rating classes with lower bounds; null means the defaults
 * @param passingMark lowest mean score for recognition; null means the default
 * @param modelsPerUnitMin how many models each unit is to register
 * @param selfApprovalAllowed whether who registered may approve
 * @param periodShare share of a period's years with recognition that a PERIOD commendation needs, 0
 *     to 1
 * @param entitledIssuers who may give which form of commendation; null means anybody
 */
public record PlanContent(
    @Nullable String unitCode,
    @Nullable Integer year,
    @Nullable String number,
    @Nullable LocalDate issuedOn,
    @Nullable String issuer,
    @Nullable String title,
    @Nullable LocalDate registrationDueOn,
    @Nullable LocalDate midYearReportDueOn,
    @Nullable LocalDate finalReportDueOn,
    @Nullable List<LegalBasis> legalBases,
    @Nullable List<FocusTask> focusTasks,
    @Nullable List<Criterion> criteria,
    @Nullable List<RatingBound> ratings,
    @Nullable BigDecimal passingMark,
    @Nullable Integer modelsPerUnitMin,
    @Nullable Boolean selfApprovalAllowed,
    @Nullable BigDecimal periodShare,
    @Nullable List<EntitledIssuers> entitledIssuers) {
  /** Drops meaningless trailing zeros, so that equal amounts are equal records. */
  public PlanContent {
    passingMark = Decimals.plain(passingMark);
    periodShare = Decimals.plain(periodShare);
  }
}
