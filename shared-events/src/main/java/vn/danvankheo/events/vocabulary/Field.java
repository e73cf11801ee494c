package vn.danvankheo.events.vocabulary;

/** The four fields of the office's plan, part II.6; a model belongs to exactly one. */
public enum Field {
  PARTY_AND_POLITICAL_SYSTEM,
  ADMINISTRATIVE_REFORM,
  NEW_RURAL_AND_URBAN,
  CULTURE_COMMUNITY_AND_DEVELOPMENT
}
