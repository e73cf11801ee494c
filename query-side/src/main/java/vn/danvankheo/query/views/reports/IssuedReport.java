package vn.danvankheo.query.views.reports;

import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.state.ReportState;

/**
 * An issued report and who issued it.
 *
 * @param report the report
 * @param issuedBy who, as it was at that time
 */
public record IssuedReport(ReportState report, Actor issuedBy) {}
