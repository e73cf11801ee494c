package vn.danvankheo.events.state;

import java.time.LocalDate;
import java.util.List;
import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * How a unit ended.
 *
 * @param kind merged, split or dissolved
 * @param on the first day on which it is no more
 * @param successors who goes on, may be empty
 * @param basis the document
 */
public record UnitEnd(UnitEndKind kind, LocalDate on, List<String> successors, LegalBasis basis) {}
