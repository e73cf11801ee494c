package vn.danvankheo.events.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.fold.Fold;
import vn.danvankheo.events.report.ReportEvent;
import vn.danvankheo.events.report.ReportIssued;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportText;

/**
 * An issued report after its events.
 *
 * @param id the lasting id
 * @param version sequence number of the last event
 * @param scope what it is about
 * @param position the last event in the log that it knows of
 * @param definitionVersion how it was read from the events
 * @param digest of its content
 * @param checkpoint the ledger's signed tree head that covers the position
 * @param number number and symbol
 * @param issuedOn its day
 * @param signerPosition the signer's position
 * @param texts what people wrote
 * @param issuedAt when it was recorded
 */
public record ReportState(
    String id,
    long version,
    ReportScope scope,
    long position,
    int definitionVersion,
    String digest,
    @Nullable String checkpoint,
    String number,
    LocalDate issuedOn,
    String signerPosition,
    List<ReportText> texts,
    Instant issuedAt) {

  private static final Fold<@Nullable ReportState, ReportEvent> FOLD =
      Fold.<@Nullable ReportState, ReportEvent>over(ReportEvent.class)
          .on(
              ReportIssued.class,
              (s, e, r) ->
                  new ReportState(
                      e.id(),
                      r.version(),
                      e.scope(),
                      e.position(),
                      e.definitionVersion(),
                      e.digest(),
                      e.checkpoint(),
                      e.number(),
                      e.issuedOn(),
                      e.signerPosition(),
                      e.texts(),
                      r.at()))
          .build();

  /**
   * Applies one event.
   *
   * @param state the report before; null before its first event
   * @param recorded the event in its stream
   * @return the report after
   */
  public static ReportState apply(
      @Nullable ReportState state, Recorded<? extends ReportEvent> recorded) {
    return FOLD.apply(state, recorded);
  }
}
