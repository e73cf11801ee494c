package vn.danvankheo.query.reporting.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.FindingState;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.Severity;

/**
 * An inspection of the range (Biểu 04).
 *
 * @param modelId the model's id
 * @param title its title
 * @param unitCode its unit
 * @param no number within the model
 * @param kind periodic, on a sign, or by the unit itself
 * @param inspectedOn the day
 * @param minutesNumber of the minutes
 * @param total the sum of the points
 * @param rating the class
 * @param annulled whether declared void
 * @param findings what was to be remedied
 */
public record InspectionRow(
    String modelId,
    String title,
    String unitCode,
    int no,
    InspectionKind kind,
    LocalDate inspectedOn,
    String minutesNumber,
    BigDecimal total,
    Rating rating,
    boolean annulled,
    List<FindingRow> findings) {

  /**
   * A finding.
   *
   * @param text what is wrong
   * @param severity how grave
   * @param dueOn the day in force
   * @param state open, remedied or confirmed
   * @param remediedOn when it was remedied
   * @param daysLate days past its day on the report's last day while open; 0 when in time
   */
  public record FindingRow(
      String text,
      Severity severity,
      @Nullable LocalDate dueOn,
      FindingState state,
      @Nullable LocalDate remediedOn,
      long daysLate) {}
}
