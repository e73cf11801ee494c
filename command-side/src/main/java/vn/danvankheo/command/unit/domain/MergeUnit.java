package vn.danvankheo.command.unit.domain;

import java.time.LocalDate;
import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * Lets a unit go up in another one.
 *
 * @param code the unit's code
 * @param intoCode the successor
 * @param effectiveOn the first day on which it holds
 * @param basis the document it rests on
 */
public record MergeUnit(String code, String intoCode, LocalDate effectiveOn, LegalBasis basis)
    implements UnitCommand {
  @Override
  public String aggregateId() {
    return UnitCommand.aggregateId(code);
  }
}
