package vn.danvankheo.events.vocabulary;

/** The four national fields that reports to the centre use beside the office's own. */
public enum NationalField {
  ECONOMY,
  CULTURE_SOCIETY,
  DEFENCE_SECURITY,
  POLITICAL_SYSTEM
}
