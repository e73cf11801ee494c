package vn.danvankheo.events.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document something rests on.
 *
 * @param code number and symbol, of the State ({@code 89/KH-UBND}) or the Party ({@code 03-KL/TU})
 * @param title what it is about
 * @param issuer the issuing body
 * @param issuedOn its day; null where the citing document names none
 */
public record LegalBasis(String code, String title, String issuer, @Nullable LocalDate issuedOn) {}
