package vn.danvankheo.events.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Beneficiaries;
import vn.danvankheo.events.vocabulary.IndicatorResult;

/**
 * The unit reported on a period.
 *
 * @param year the term, 2000 to 2100
 * @param no number within the model, from 1
 * @param period such as {@code 2024-Q2}; one report each, but for corrections
 * @param reportedOn the day of the report
 * @param summary in words
 * @param results by indicator
 * @param beneficiaries who benefited
 * @param difficulties what was hard
 * @param proposals what is asked for
 * @param attachments ids of attachments
 * @param corrects the number of the report this one replaces
 */
public record ProgressReported(
    int year,
    int no,
    String period,
    LocalDate reportedOn,
    String summary,
    List<IndicatorResult> results,
    @Nullable Beneficiaries beneficiaries,
    @Nullable String difficulties,
    @Nullable String proposals,
    List<String> attachments,
    @Nullable Integer corrects)
    implements ModelEvent {}
