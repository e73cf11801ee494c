package vn.danvankheo.command.unit.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.LegalBasis;

/**
 * Renames or moves a unit.
 *
 * @param code the unit's code
 * @param name the new name; null when it stays
 * @param parentCode the new unit above; null when it stays or goes to the top
 * @param toTop whether it has no unit above it any more
 * @param effectiveOn the first day on which it holds
 * @param basis the document it rests on
 */
public record ReorganizeUnit(
    String code,
    @Nullable String name,
    @Nullable String parentCode,
    boolean toTop,
    LocalDate effectiveOn,
    LegalBasis basis)
    implements UnitCommand {
  @Override
  public String aggregateId() {
    return UnitCommand.aggregateId(code);
  }
}
