package vn.danvankheo.events.vocabulary;

/** How grave a finding is; an open MAJOR one bars recognition. */
public enum Severity {
  MINOR,
  MAJOR
}
