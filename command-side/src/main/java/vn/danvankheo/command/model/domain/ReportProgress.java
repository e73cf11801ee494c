package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Beneficiaries;
import vn.danvankheo.events.vocabulary.IndicatorResult;

/**
 * Reports on a period.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param period such as {@code 2024-Q2}
 * @param reportedOn the day of the report, not after today
 * @param summary in words
 * @param results by indicator of the term's objectives
 * @param beneficiaries who benefited
 * @param difficulties what was hard
 * @param proposals what is asked for
 * @param attachments ids of attachments
 * @param correction whether it replaces the report in force of the same period
 */
public record ReportProgress(
    String id,
    @Nullable Integer year,
    String period,
    LocalDate reportedOn,
    String summary,
    List<IndicatorResult> results,
    @Nullable Beneficiaries beneficiaries,
    @Nullable String difficulties,
    @Nullable String proposals,
    List<String> attachments,
    boolean correction)
    implements ModelCommand {
  /** Keeps its own copies of the lists. */
  public ReportProgress {
    results = List.copyOf(results);
    attachments = List.copyOf(attachments);
  }

  @Override
  public String aggregateId() {
    return id;
  }
}
