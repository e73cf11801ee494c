package vn.danvankheo.events.vocabulary;

/** What can be late: the kinds of overdue items and of what a reminder is about. */
public enum DutyKind {
  REGISTRATION,
  RESUBMISSION,
  FINDING,
  PROGRESS,
  REPORT
}
