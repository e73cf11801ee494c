package vn.danvankheo.events.unit;

import java.time.LocalDate;
import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * A unit got another name.
 *
 * @param name the new name
 * @param effectiveOn the first day on which it holds
 * @param basis the document it rests on
 */
public record UnitRenamed(String name, LocalDate effectiveOn, LegalBasis basis)
    implements UnitEvent {}
