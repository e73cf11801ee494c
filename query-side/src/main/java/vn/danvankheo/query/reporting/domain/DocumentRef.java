package vn.danvankheo.query.reporting.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Decision;

/**
 * A document that is named.
 *
 * @param number number and symbol
 * @param issuedOn its day
 * @param issuer who issued it
 */
public record DocumentRef(
    @Nullable String number, @Nullable LocalDate issuedOn, @Nullable String issuer) {
  static DocumentRef of(Decision decision) {
    return new DocumentRef(decision.number(), decision.issuedOn(), decision.issuer());
  }
}
