package vn.danvankheo.events.vocabulary;

/** Grounds for taking an award back (Law 06/2022/QH15, chapter VII). */
public enum RevocationGround {
  FRAUD,
  FALSE_PAPERS,
  IMPROPER_PROCEDURE,
  LATER_VIOLATION
}
