package vn.danvankheo.events.account;

import vn.danvankheo.events.DomainEvent;

/** Something that happened to an account. */
public sealed interface AccountEvent extends DomainEvent
    permits AccountOpened, AccountChanged, AccountDataErased {}
