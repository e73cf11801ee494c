package vn.danvankheo.query.reporting.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.danvankheo.events.vocabulary.PersonalText;

/**
 * A report and the names that are not part of its content.
 *
 * @param content what the digest is of
 * @param names of persons by where they stand, in order
 * @param laterAwards what was decided after the last day for the years of a report on whole years,
 *     by day
 */
public record Report(
    ReportContent content, Map<String, PersonalText> names, List<LaterAward> laterAwards) {
  /** Keeps copies of its own, the names sorted. */
  public Report {
    laterAwards = List.copyOf(laterAwards);
    names = Collections.unmodifiableMap(new TreeMap<>(names));
  }
}
