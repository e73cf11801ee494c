package vn.danvankheo.events.unit;

import vn.danvankheo.events.DomainEvent;

/** Something that happened to a unit. */
public sealed interface UnitEvent extends DomainEvent
    permits UnitRegistered,
        UnitRenamed,
        UnitMoved,
        UnitMerged,
        UnitSplit,
        UnitDissolved,
        UnitReminderSent {}
