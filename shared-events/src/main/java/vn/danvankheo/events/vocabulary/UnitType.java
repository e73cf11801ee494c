package vn.danvankheo.events.vocabulary;

/** Kinds of organisational units, of the State, the Party and the mass organisations. */
public enum UnitType {
  PEOPLES_COMMITTEE,
  OFFICE,
  DEPARTMENT,
  BOARD,
  SUBORDINATE_UNIT,
  PARTY_COMMITTEE,
  PARTY_CELL,
  PROVINCIAL_AGENCY,
  FATHERLAND_FRONT,
  MASS_ORGANISATION,
  COMMUNE,
  DISTRICT
}
