package vn.danvankheo.query.reporting;

import vn.danvankheo.query.reporting.domain.Report;

/**
 * A report that came out of the events.
 *
 * @param report its content and names
 * @param position the last event in the log that it knows of
 * @param digest of the canonical form of the content as JSON
 */
public record GeneratedReport(Report report, long position, String digest) {
  static GeneratedReport of(Report report, long position) {
    return new GeneratedReport(report, position, CanonicalJson.digest(report.content()));
  }
}
