package vn.danvankheo.query.reporting;

import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.digest.Sha256;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.query.reporting.domain.Report;

/**
 * A report that came out of the events.
 *
 * @param report its content and names
 * @param position the last event in the log that it knows of
 * @param content the content as JSON
 * @param digest of the canonical form of that
 */
public record GeneratedReport(Report report, long position, ObjectNode content, String digest) {
  static GeneratedReport of(Report report, long position) {
    ObjectNode content = EventJson.shown().valueToTree(report.content());
    return new GeneratedReport(
        report, position, content, "sha256:" + Sha256.hex(CanonicalJson.bytes(content)));
  }
}
