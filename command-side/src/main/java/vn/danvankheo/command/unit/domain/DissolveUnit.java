package vn.danvankheo.command.unit.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * Dissolves a unit.
 *
 * @param code the unit's code
 * @param successorCode who goes on with its models; null when nobody
 * @param effectiveOn the first day on which it holds
 * @param basis the document it rests on
 */
public record DissolveUnit(
    String code, @Nullable String successorCode, LocalDate effectiveOn, LegalBasis basis)
    implements UnitCommand {
  @Override
  public String aggregateId() {
    return UnitCommand.aggregateId(code);
  }
}
