package vn.danvankheo.events.vocabulary;

/** What a replay of views can be told. */
public enum ReplayInstruction {
  /** To stay where it is. */
  PAUSE,
  /** To go on. */
  RESUME,
  /** To end, and to leave everything as it was. */
  CANCEL,
  /** To read so many events a second at most. */
  LIMIT,
  /** To drop for good what was in use before it. */
  DROP_FORMER
}
