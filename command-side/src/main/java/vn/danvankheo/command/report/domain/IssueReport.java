package vn.danvankheo.command.report.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportText;

/**
 * Issues a report whose draft was receipted.
 *
 * @param id the new report's id
 * @param scope what it is about
 * @param position the last event in the log that the draft knew of
 * @param definitionVersion how it was read from the events
 * @param digest of the draft's content
 * @param checkpoint the ledger's signed tree head; null when there was none
 * @param number number and symbol
 * @param issuedOn its day
 * @param signerPosition the signer's position
 * @param texts what people wrote
 */
public record IssueReport(
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
    implements ReportCommand {
  /** Keeps its own copy of the list. */
  public IssueReport {
    texts = List.copyOf(texts);
  }

  @Override
  public String aggregateId() {
    return ReportCommand.aggregateId(id);
  }
}
