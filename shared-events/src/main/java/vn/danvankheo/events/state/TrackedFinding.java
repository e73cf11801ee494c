package vn.danvankheo.events.state;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Finding;
import vn.danvankheo.events.vocabulary.FindingState;
import vn.danvankheo.events.vocabulary.Severity;

/**
 * A finding with what became of it.
 *
 * @param no number within its inspection, from 1
 * @param text what is wrong
 * @param severity how grave
 * @param dueOn the day in force
 * @param state open, remedied or confirmed
 * @param extended whether its day was put off once
 * @param remedy the latest remedy
 * @param rejections the remedies not accepted
 */
public record TrackedFinding(
    int no,
    String text,
    Severity severity,
    @Nullable LocalDate dueOn,
    FindingState state,
    boolean extended,
    @Nullable Remedy remedy,
    List<RejectedRemedy> rejections) {

  static TrackedFinding open(Finding finding) {
    return new TrackedFinding(
        finding.no(),
        finding.text(),
        finding.severity(),
        finding.dueOn(),
        FindingState.OPEN,
        false,
        null,
        List.of());
  }

  /**
   * Whether it still bars what an open finding bars; a remedy not yet confirmed does not end it.
   *
   * @return true until confirmed
   */
  public boolean unsettled() {
    return state != FindingState.CONFIRMED;
  }

  /**
   * Whether it is open past its day.
   *
   * @param day a day in Vietnam's time zone
   * @return true from the day after the one it was due
   */
  public boolean overdueOn(LocalDate day) {
    return state == FindingState.OPEN && dueOn != null && day.isAfter(dueOn);
  }
}
