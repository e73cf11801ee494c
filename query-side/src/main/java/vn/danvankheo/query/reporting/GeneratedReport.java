package vn.danvankheo.query.reporting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;
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
    return new GeneratedReport(report, position, content, digest(CanonicalJson.bytes(content)));
  }

  private static String digest(byte[] bytes) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
