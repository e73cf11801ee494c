package vn.danvankheo.events.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportText;

/**
 * A report was issued. Its figures are not here: the events up to a position, read by a definition,
 * give them again, and the digest tells whether they are the same.
 *
 * @param id the report's id
 * @param scope what it is about
 * @param position the last event in the log that it knows of
 * @param definitionVersion how it was read from the events, from 1
 * @param digest {@code sha256:} and 64 hexadecimal digits, of its content as canonical JSON
 * @param checkpoint the ledger's signed tree head that covers the position; null when there was
 *     none
 * @param number number and symbol, such as {@code 45/BC-VP}
 * @param issuedOn its day
 * @param signerPosition the signer's position
 * @param texts what people wrote, each section at most once
 */
public record ReportIssued(
    String id,
    ReportScope scope,
    long position,
    int definitionVersion,
    String digest,
    @Nullable String checkpoint,
    String number,
    LocalDate issuedOn,
    String signerPosition,
    List<ReportText> texts)
    implements ReportEvent {}
