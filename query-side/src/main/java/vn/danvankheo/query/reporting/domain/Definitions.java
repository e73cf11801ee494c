package vn.danvankheo.query.reporting.domain;

import java.util.List;
import vn.danvankheo.events.vocabulary.ReportScope;

/** All versions of what reports are, the newest last. */
public final class Definitions {
  /**
   * The second tells corrections as changes where the first told every step, and rates no model
   * better than FAIR while a grave finding is past its day.
   */
  private static final List<Definition> ALL = List.of(new Numbered(1), new Numbered(2));

  private Definitions() {}

  /**
   * The one that drafts are made by.
   *
   * @return the newest
   */
  public static Definition newest() {
    return ALL.get(ALL.size() - 1);
  }

  /**
   * One that a report was issued by.
   *
   * @param version from 1
   * @return the definition
   * @throws IllegalArgumentException when this release does not know it
   */
  public static Definition version(int version) {
    return ALL.stream()
        .filter(definition -> definition.version() == version)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("No definition of reports has version " + version));
  }

  private record Numbered(int version) implements Definition {
    @Override
    public Fold begin(ReportScope scope, Knowledge knowledge) {
      return new ReportFold(version, scope, knowledge);
    }
  }
}
