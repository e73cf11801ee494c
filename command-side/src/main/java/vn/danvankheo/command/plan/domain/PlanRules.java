package vn.danvankheo.command.plan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.vocabulary.Criterion;
import vn.danvankheo.events.vocabulary.EntitledIssuers;
import vn.danvankheo.events.vocabulary.FocusTask;
import vn.danvankheo.events.vocabulary.LegalBasis;
import vn.danvankheo.events.vocabulary.RatingBound;

/** What a plan must say, beyond the shape of its fields. */
final class PlanRules {
  private static final BigDecimal ALL_POINTS = BigDecimal.valueOf(100);
  private static final int LONGEST_PERIOD = 5;
  private static final BigDecimal STEP = new BigDecimal("0.25");

  private PlanRules() {}

  static void check(PlanContent content, Faults faults) {
    checkDeadlines(content, faults);
    faults.distinct(
        list(content.legalBases()).stream().map(LegalBasis::code).toList(), "/legalBases/%d/code");
    faults.distinct(
        list(content.focusTasks()).stream().map(FocusTask::code).toList(), "/focusTasks/%d/code");
    faults.distinct(
        list(content.entitledIssuers()).stream().map(EntitledIssuers::form).toList(),
        "/entitledIssuers/%d/form");
    checkCriteria(list(content.criteria()), faults);
    checkRatings(list(content.ratings()), faults);
  }

  /**
   * Deadlines of another year were copied from its plan, or mistyped. Registration for a year is
   * called for in the autumn before at the earliest, and may be left open; reports may go on as
   * long as a plan for a period.
   */
  private static void checkDeadlines(PlanContent content, Faults faults) {
    int year = content.year();
    LocalDate earliest = LocalDate.of(year - 1, Month.JULY, 1);
    faults.notBefore(
        "/registrationDueOn",
        content.registrationDueOn(),
        earliest,
        FaultCode.TOO_EARLY,
        "earliest");
    LocalDate first = LocalDate.of(year, Month.JANUARY, 1);
    LocalDate last = LocalDate.of(year + LONGEST_PERIOD, Month.DECEMBER, 31);
    faults.within("/midYearReportDueOn", content.midYearReportDueOn(), first, last);
    faults.within("/finalReportDueOn", content.finalReportDueOn(), first, last);
    if (content.finalReportDueOn().isBefore(content.midYearReportDueOn())) {
      faults.add(
          "/finalReportDueOn",
          FaultCode.END_BEFORE_START,
          "startsOn",
          content.midYearReportDueOn());
    }
  }

  private static void checkCriteria(List<Criterion> criteria, Faults faults) {
    faults.distinct(criteria.stream().map(Criterion::code).toList(), "/criteria/%d/code");
    for (int i = 0; i < criteria.size(); i++) {
      BigDecimal points = criteria.get(i).maxPoints();
      if (points.signum() <= 0) {
        faults.add("/criteria/" + i + "/maxPoints", FaultCode.NOT_POSITIVE);
      } else if (points.remainder(STEP).signum() != 0) {
        faults.add("/criteria/" + i + "/maxPoints", FaultCode.WRONG_STEP, "step", STEP);
      }
    }
    BigDecimal sum =
        criteria.stream().map(Criterion::maxPoints).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (!criteria.isEmpty() && sum.compareTo(ALL_POINTS) != 0) {
      faults.add("/criteria", FaultCode.SUM_NOT_100, "sum", sum);
    }
  }

  /** From the best class down, whatever the order of the list, bounds fall strictly. */
  private static void checkRatings(List<RatingBound> ratings, Faults faults) {
    faults.distinct(ratings.stream().map(RatingBound::rating).toList(), "/ratings/%d/rating");
    List<Integer> bestFirst =
        IntStream.range(0, ratings.size())
            .boxed()
            .sorted(Comparator.comparing(i -> ratings.get(i).rating()))
            .toList();
    for (int i = 1; i < bestFirst.size(); i++) {
      RatingBound better = ratings.get(bestFirst.get(i - 1));
      RatingBound next = ratings.get(bestFirst.get(i));
      if (next.rating() != better.rating() && next.minPoints().compareTo(better.minPoints()) >= 0) {
        faults.add("/ratings/" + bestFirst.get(i) + "/minPoints", FaultCode.NOT_DECREASING);
      }
    }
  }

  private static <T> List<T> list(@Nullable List<T> items) {
    return items == null ? List.of() : items;
  }
}
