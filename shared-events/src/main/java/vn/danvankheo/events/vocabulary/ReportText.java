package vn.danvankheo.events.vocabulary;

/**
 * What people wrote in a part of a report.
 *
 * @param section the part
 * @param text 1 to 10,000 characters, may have lines
 */
public record ReportText(ReportSection section, String text) {}
