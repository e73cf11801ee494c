package vn.danvankheo.events.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * A unit was dissolved.
 *
 * @param successorCode who goes on with its models; null when nobody
 * @param effectiveOn the first day on which it holds
 * @param basis the document it rests on
 */
public record UnitDissolved(@Nullable String successorCode, LocalDate effectiveOn, LegalBasis basis)
    implements UnitEvent {}
