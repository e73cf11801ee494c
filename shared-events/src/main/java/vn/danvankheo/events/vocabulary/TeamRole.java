package vn.danvankheo.events.vocabulary;

/** A member's part in an inspection team. */
public enum TeamRole {
  HEAD,
  MEMBER,
  SECRETARY
}
