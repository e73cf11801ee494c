package vn.danvankheo.events.vocabulary;

/** What time a report is about. */
public enum ReportType {
  MONTH,
  QUARTER,
  MID_YEAR,
  YEAR,
  PERIOD
}
