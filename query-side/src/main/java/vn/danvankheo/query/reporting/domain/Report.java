package vn.danvankheo.query.reporting.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import vn.danvankheo.events.vocabulary.PersonalText;

/**
 * A report and the names that are not part of its content.
 *
 * @param content what the digest is of
 * @param names of persons by where they stand, in order
 */
public record Report(ReportContent content, Map<String, PersonalText> names) {
  /** Keeps its own sorted copy of the names. */
  public Report {
    names = Collections.unmodifiableMap(new TreeMap<>(names));
  }
}
