package vn.danvankheo.events.vocabulary;

/** The parts of a report that people write; everything with a figure in it is written by rule. */
public enum ReportSection {
  LEADERSHIP,
  STRENGTHS,
  SHORTCOMINGS,
  CAUSES,
  LESSONS,
  TASKS_AHEAD,
  PROPOSALS
}
