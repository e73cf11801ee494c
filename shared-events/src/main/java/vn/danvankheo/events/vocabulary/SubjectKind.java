package vn.danvankheo.events.vocabulary;

/** Whose model or award it is; counted apart in every figure, never inferred from a name. */
public enum SubjectKind {
  COLLECTIVE,
  INDIVIDUAL,
  HOUSEHOLD
}
