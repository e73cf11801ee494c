package vn.danvankheo.events.state;

import java.time.LocalDate;
import vn.danvankheo.events.vocabulary.DutyKind;

/**
 * Something still owed by a day.
 *
 * @param kind what
 * @param year the term or plan year
 * @param dueOn the last day on which it is not late
 */
public record Duty(DutyKind kind, int year, LocalDate dueOn) {
  /**
   * Whether it is late.
   *
   * @param day a day in Vietnam's time zone
   * @return true from the day after the one it is due
   */
  public boolean lateOn(LocalDate day) {
    return day.isAfter(dueOn);
  }
}
