package vn.danvankheo.events.vocabulary;

import java.time.LocalDate;

/**
 * A signed decision.
 *
 * @param number its number and symbol, such as {@code 412/QĐ-UBND}
 * @param issuedOn the day on the paper
 * @param issuer the issuing body
 * @param signerPosition the signer's position, with its power prefix where there is one
 */
public record Decision(String number, LocalDate issuedOn, String issuer, String signerPosition) {}
