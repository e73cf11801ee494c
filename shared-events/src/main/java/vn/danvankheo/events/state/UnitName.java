package vn.danvankheo.events.state;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * A name a unit had.
 *
 * @param name the name
 * @param from the first day; null when from its beginning
 * @param basis the document; null for the first name
 */
public record UnitName(String name, @Nullable LocalDate from, @Nullable LegalBasis basis) {}
