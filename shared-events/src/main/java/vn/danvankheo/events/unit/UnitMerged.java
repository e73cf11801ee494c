package vn.danvankheo.events.unit;

import java.time.LocalDate;
import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * A unit went up in another one.
 *
 * @param intoCode the successor
 * @param effectiveOn the first day on which it holds
 * @param basis the document it rests on
 */
public record UnitMerged(String intoCode, LocalDate effectiveOn, LegalBasis basis)
    implements UnitEvent {}
