package vn.danvankheo.events.vocabulary;

/** On what ground of time an award is given: yearly, for a period of years, or at once. */
public enum CommendationBasis {
  ANNUAL,
  PERIOD,
  AD_HOC
}
