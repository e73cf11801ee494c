package vn.danvankheo.events.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * A unit got another unit above it.
 *
 * @param parentCode the new unit above; null at the top
 * @param effectiveOn the first day on which it holds
 * @param basis the document it rests on
 */
public record UnitMoved(@Nullable String parentCode, LocalDate effectiveOn, LegalBasis basis)
    implements UnitEvent {}
