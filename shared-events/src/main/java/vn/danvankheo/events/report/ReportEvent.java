package vn.danvankheo.events.report;

import vn.danvankheo.events.DomainEvent;

/** Something that happened to an issued report. */
public sealed interface ReportEvent extends DomainEvent permits ReportIssued {}
