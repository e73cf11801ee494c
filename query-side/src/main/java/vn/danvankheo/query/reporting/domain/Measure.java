package vn.danvankheo.query.reporting.domain;

/** What is counted of a term, each by kind of subject. */
enum Measure {
  REGISTERED,
  REGISTERED_IN_RANGE,
  NEW,
  RENEWED,
  REPLICA,
  LATE,
  APPROVED,
  INSPECTED,
  RECOGNIZED,
  EXEMPLAR,
  COMMENDED,
  NOT_RECOGNIZED,
  STOPPED,
  WITHDRAWN,
  REPLICATED,
  RENEWED_NEXT,
  CHANGED_AFTER_REPORT
}
