package vn.danvankheo.events.vocabulary;

/** The state of one year of a model; {@code CLOSED} is the whole model's. */
public enum TermStatus {
  REGISTERED,
  RETURNED,
  APPROVED,
  RECOGNIZED,
  NOT_RECOGNIZED,
  WITHDRAWN,
  STOPPED,
  CLOSED
}
