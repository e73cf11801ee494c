package vn.danvankheo.events.catalogue;

import vn.danvankheo.events.DomainEvent;

/**
 * A kind of event.
 *
 * @param name its stored name, for ever
 * @param revision its newest revision, from 1
 * @param eventClass today's class, which may move
 */
public record EventType(String name, int revision, Class<? extends DomainEvent> eventClass) {}
