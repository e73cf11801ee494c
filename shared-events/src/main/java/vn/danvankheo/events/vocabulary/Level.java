package vn.danvankheo.events.vocabulary;

/** The level that registers, recognises or designates; DISTRICT ended on 30 June 2025. */
public enum Level {
  OFFICE,
  COMMUNE,
  DISTRICT,
  PROVINCE,
  CENTRAL
}
