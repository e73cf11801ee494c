package vn.danvankheo.events.plan;

import vn.danvankheo.events.DomainEvent;

/** Something that happened to a plan. */
public sealed interface PlanEvent extends DomainEvent permits PlanIssued, PlanAmended {}
