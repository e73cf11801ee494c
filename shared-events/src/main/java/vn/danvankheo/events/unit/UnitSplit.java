package vn.danvankheo.events.unit;

import java.time.LocalDate;
import java.util.List;
import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * A unit was split into others.
 *
 * @param into the successors' codes
 * @param effectiveOn the first day on which it holds
 * @param basis the document it rests on
 */
public record UnitSplit(List<String> into, LocalDate effectiveOn, LegalBasis basis)
    implements UnitEvent {}
