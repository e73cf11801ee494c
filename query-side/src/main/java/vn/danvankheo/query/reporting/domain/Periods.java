package vn.danvankheo.query.reporting.domain;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportType;

/**
 * The days that reports count when nobody says otherwise: those of Decree 09/2019/NĐ-CP, article
 * 12, which end on the 14th so that a report can be out before the month is.
 */
public final class Periods {
  private static final int FIRST = 15;
  private static final int LAST = 14;

  private Periods() {}

  /**
   * The scope of a report.
   *
   * @param type its kind
   * @param unitCode the unit
   * @param year the year, or the first of a period
   * @param part the month or the quarter; null for other kinds
   * @param toYear the last year of a period; null for other kinds
   * @return with the usual days
   */
  public static ReportScope scope(
      ReportType type,
      String unitCode,
      int year,
      @Nullable Integer part,
      @Nullable Integer toYear) {
    return switch (type) {
      case MONTH -> of(type, unitCode, year, part, null, null, part, part);
      case QUARTER -> of(type, unitCode, year, null, part, null, 3 * part - 2, 3 * part);
      case MID_YEAR -> of(type, unitCode, year, null, null, null, 1, 6);
      case YEAR -> of(type, unitCode, year, null, null, null, 1, 12);
      case PERIOD ->
          new ReportScope(
              type,
              unitCode,
              year,
              null,
              null,
              toYear,
              LocalDate.of(year, Month.JANUARY, 1),
              LocalDate.of(toYear, Month.DECEMBER, 31));
    };
  }

  /**
   * The same scope with other days.
   *
   * @param scope the scope
   * @param from the first day; null keeps the usual one
   * @param to the last day; null keeps the usual one
   * @return the scope with these days
   */
  public static ReportScope between(
      ReportScope scope, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new ReportScope(
        scope.type(),
        scope.unitCode(),
        scope.year(),
        scope.month(),
        scope.quarter(),
        scope.toYear(),
        from == null ? scope.from() : from,
        to == null ? scope.to() : to);
  }

  /**
   * The same time before (cùng kỳ): a year before, or for a period the one of the same length.
   *
   * @param scope the scope
   * @return the scope to compare with
   */
  static ReportScope before(ReportScope scope) {
    int years = scope.lastYear() - scope.year() + 1;
    return new ReportScope(
        scope.type(),
        scope.unitCode(),
        scope.year() - years,
        scope.month(),
        scope.quarter(),
        scope.toYear() == null ? null : scope.toYear() - years,
        scope.from().minusYears(years),
        scope.to().minusYears(years));
  }

  private static ReportScope of(
      ReportType type,
      String unitCode,
      int year,
      @Nullable Integer month,
      @Nullable Integer quarter,
      @Nullable Integer toYear,
      int firstMonth,
      int lastMonth) {
    return new ReportScope(
        type,
        unitCode,
        year,
        month,
        quarter,
        toYear,
        YearMonth.of(year, firstMonth).minusMonths(1).atDay(FIRST),
        YearMonth.of(year, lastMonth).atDay(LAST));
  }
}
