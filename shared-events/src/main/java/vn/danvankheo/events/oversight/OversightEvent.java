package vn.danvankheo.events.oversight;

import vn.danvankheo.events.DomainEvent;

/**
 * Something that was done to or with the registry itself. Each is the only event of a stream of its
 * own: there is no state that it could change.
 */
public sealed interface OversightEvent extends DomainEvent
    permits LoginFailed,
        AuditExported,
        VerificationFinished,
        ReplayFinished,
        ReplayTold,
        ViewsSwapped {
  /** The stored name of the type of these streams. */
  String AGGREGATE_TYPE = "oversight";
}
