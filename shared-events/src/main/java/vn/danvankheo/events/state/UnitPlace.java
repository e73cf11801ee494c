package vn.danvankheo.events.state;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * A place a unit had in the tree.
 *
 * @param parentCode the unit above; null at the top
 * @param from the first day; null when from its beginning
 * @param basis the document; null for the first place
 */
public record UnitPlace(
    @Nullable String parentCode, @Nullable LocalDate from, @Nullable LegalBasis basis) {}
