package vn.danvankheo.command.unit.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.DutyKind;

/**
 * Reminds a unit of something late that is no single model's (đôn đốc).
 *
 * @param code the unit's code
 * @param year the plan year; null means that of the due day
 * @param about what is late
 * @param dueOn when it was due
 * @param message the words sent
 */
public record SendUnitReminder(
    String code, @Nullable Integer year, DutyKind about, LocalDate dueOn, String message)
    implements UnitCommand {
  @Override
  public String aggregateId() {
    return UnitCommand.aggregateId(code);
  }
}
