package vn.danvankheo.command.unit.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.UnitType;

/**
 * Enters a unit.
 *
 * @param code its lasting code
 * @param name its name
 * @param type its kind
 * @param parentCode the unit above; null at the top
 * @param attachedTo the unit of the other tree it goes with
 * @param aliases other spellings
 * @param effectiveOn its first day; null when it has always been there
 */
public record RegisterUnit(
    String code,
    String name,
    UnitType type,
    @Nullable String parentCode,
    @Nullable String attachedTo,
    List<String> aliases,
    @Nullable LocalDate effectiveOn)
    implements UnitCommand {
  /** Keeps its own copies of the lists. */
  public RegisterUnit {
    aliases = List.copyOf(aliases);
  }

  @Override
  public String aggregateId() {
    return UnitCommand.aggregateId(code);
  }
}
