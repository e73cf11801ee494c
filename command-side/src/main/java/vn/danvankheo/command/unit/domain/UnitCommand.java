package vn.danvankheo.command.unit.domain;

import vn.danvankheo.command.domain.Command;

/** A wish about a unit. */
public sealed interface UnitCommand extends Command
    permits RegisterUnit, ReorganizeUnit, MergeUnit, SplitUnit, DissolveUnit, SendUnitReminder {
  /** The stored name of the aggregate's type. */
  String AGGREGATE_TYPE = "unit";

  /**
   * The id of a unit's stream.
   *
   * @param code the unit's code
   * @return {@code unit:{code}}
   */
  static String aggregateId(String code) {
    return AGGREGATE_TYPE + ':' + code;
  }
}
