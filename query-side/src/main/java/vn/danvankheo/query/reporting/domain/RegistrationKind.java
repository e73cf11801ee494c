package vn.danvankheo.query.reporting.domain;

/** How a model came to be registered for a year; derived, never typed in. */
public enum RegistrationKind {
  NEW(Measure.NEW),
  RENEWED(Measure.RENEWED),
  REPLICATED(Measure.REPLICA);

  private final Measure measure;

  RegistrationKind(Measure measure) {
    this.measure = measure;
  }

  Measure measure() {
    return measure;
  }
}
