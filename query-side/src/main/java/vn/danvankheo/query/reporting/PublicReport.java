package vn.danvankheo.query.reporting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.vocabulary.ReportScope;

/**
 * What anyone may know of an issued report: enough to check a paper by, and no figure or name.
 *
 * @param id its id
 * @param number number and symbol
 * @param issuedOn its day
 * @param issuedAt when it was recorded
 * @param unitCode whose report it is
 * @param unitName the unit's name on the report's last day; null when it is unknown
 * @param scope what it is about
 * @param digest of its content, {@code sha256:} and 64 hexadecimal digits
 * @param definitionVersion how the content was read from the events
 * @param position the last event in the log that it knows of
 * @param checkpoint the ledger's signed tree head that covers the position
 * @param supersededBy the number of the report that was issued later for the same time
 */
record PublicReport(
    String id,
    String number,
    LocalDate issuedOn,
    Instant issuedAt,
    String unitCode,
    @Nullable String unitName,
    ReportScope scope,
    String digest,
    int definitionVersion,
    long position,
    @Nullable String checkpoint,
    @Nullable String supersededBy) {
  static PublicReport of(
      ReportState report, @Nullable String unitName, @Nullable String supersededBy) {
    return new PublicReport(
        report.id(),
        report.number(),
        report.issuedOn(),
        report.issuedAt(),
        report.scope().unitCode(),
        unitName,
        report.scope(),
        report.digest(),
        report.definitionVersion(),
        report.position(),
        report.checkpoint(),
        supersededBy);
  }
}
