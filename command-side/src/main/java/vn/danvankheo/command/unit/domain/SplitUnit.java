package vn.danvankheo.command.unit.domain;

import java.time.LocalDate;
import java.util.List;
import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * Splits a unit into others.
 *
 * @param code the unit's code
 * @param into the successors' codes, at least two
 * @param effectiveOn the first day on which it holds
 * @param basis the document it rests on
 */
public record SplitUnit(String code, List<String> into, LocalDate effectiveOn, LegalBasis basis)
    implements UnitCommand {
  /** Keeps its own copies of the lists. */
  public SplitUnit {
    into = List.copyOf(into);
  }

  @Override
  public String aggregateId() {
    return UnitCommand.aggregateId(code);
  }
}
