package vn.danvankheo.command.report.domain;

import vn.danvankheo.command.domain.Command;

/** A wish about an issued report. */
public sealed interface ReportCommand extends Command permits IssueReport {
  /** The stored name of the aggregate's type. */
  String AGGREGATE_TYPE = "report";

  /**
   * The id of a report's stream.
   *
   * @param id the report's id
   * @return {@code report:{id}}
   */
  static String aggregateId(String id) {
    return AGGREGATE_TYPE + ':' + id;
  }
}
