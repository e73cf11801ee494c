package vn.danvankheo.events.vocabulary;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param type its kind
 * @param unitCode the reporting unit, with everything under it
 * @param year the year, or the first of a period, 2000 to 2100
 * @param month of a monthly report, 1 to 12
 * @param quarter of a quarterly report, 1 to 4
 * @param toYear the last year of a period
 * @param from the first day that counts
 * @param to the last day that counts
 */
public record ReportScope(
    ReportType type,
    String unitCode,
    int year,
    @Nullable Integer month,
    @Nullable Integer quarter,
    @Nullable Integer toYear,
    LocalDate from,
    LocalDate to) {

  /**
   * The last year whose registrations it counts.
   *
   * @return the year itself, unless it is about several
   */
  public int lastYear() {
    return toYear == null ? year : toYear;
  }

  /**
   * Whether two reports are about the same time of the same unit, whatever days they count.
   *
   * @param other another scope
   * @return true when one would replace the other
   */
  public boolean isOfSamePeriod(ReportScope other) {
    return type == other.type
        && unitCode.equals(other.unitCode)
        && year == other.year
        && Objects.equals(month, other.month)
        && Objects.equals(quarter, other.quarter)
        && Objects.equals(toYear, other.toYear);
  }
}
