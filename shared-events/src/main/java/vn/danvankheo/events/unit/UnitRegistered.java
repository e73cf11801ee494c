package vn.danvankheo.events.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.UnitType;

/**
 * A unit was entered.
 *
 * @param code its lasting code
 * @param name its name
 * @param type its kind
 * @param parentCode the unit above; null at the top
 * @param attachedTo the unit of the other tree it goes with, such as a party cell's department
 * @param aliases other spellings it is found by
 * @param effectiveOn its first day; null when it has always been there
 */
public record UnitRegistered(
    String code,
    String name,
    UnitType type,
    @Nullable String parentCode,
    @Nullable String attachedTo,
    List<String> aliases,
    @Nullable LocalDate effectiveOn)
    implements UnitEvent {}
