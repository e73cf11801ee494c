package vn.danvankheo.query.reporting.domain;

import vn.danvankheo.events.vocabulary.ReportScope;

/** Reports as they are from the first release on. */
final class FirstDefinition implements Definition {
  static final int VERSION = 1;

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public Fold begin(ReportScope scope, Knowledge knowledge) {
    return new ReportFold(scope, knowledge);
  }
}
