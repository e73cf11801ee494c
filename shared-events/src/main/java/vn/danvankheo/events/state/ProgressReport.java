package vn.danvankheo.events.state;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Beneficiaries;
import vn.danvankheo.events.vocabulary.IndicatorResult;

/**
 * A report of the unit on a period.
 *
 * @param no number within the model, from 1
 * @param period such as {@code 2024-Q2}
 * @param reportedOn its day
 * @param summary in words
 * @param results by indicator
 * @param beneficiaries who benefited
 * @param difficulties what was hard
 * @param proposals what is asked for
 * @param attachments ids of attachments
 * @param correctedBy the number of the report that replaces this one
 */
public record ProgressReport(
    int no,
    String period,
    LocalDate reportedOn,
    String summary,
    List<IndicatorResult> results,
    @Nullable Beneficiaries beneficiaries,
    @Nullable String difficulties,
    @Nullable String proposals,
    List<String> attachments,
    @Nullable Integer correctedBy) {

  /**
   * The same report, replaced by a later one.
   *
   * @param later the later report's number
   * @return the corrected report
   */
  ProgressReport corrected(int later) {
    return new ProgressReport(
        no,
        period,
        reportedOn,
        summary,
        results,
        beneficiaries,
        difficulties,
        proposals,
        attachments,
        later);
  }
}
