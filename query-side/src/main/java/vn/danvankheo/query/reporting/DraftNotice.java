package vn.danvankheo.query.reporting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.query.reporting.domain.LaterAward;
import vn.danvankheo.query.reporting.domain.ModelChanges;
import vn.danvankheo.query.reporting.domain.Report;
import vn.danvankheo.query.reporting.domain.ReportContent;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.web.problem.Language;

/**
 * What who drafts a report should know before it is issued. It is beside the content, not in it.
 *
 * @param code {@code AWARDS_AFTER_LAST_DAY} or {@code CHANGED_SINCE_LAST_REPORT}
 * @param message the same in words
 * @param to the last day that would count everything; null where that is not the point
 * @param models the ids of the models it is about, each once
 * @param awards the decisions it is about
 */
record DraftNotice(
    String code,
    String message,
    @Nullable LocalDate to,
    List<String> models,
    List<LaterAward> awards) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  static List<DraftNotice> of(Report report, Language language) {
    List<DraftNotice> notices = new ArrayList<>();
    ReportContent content = report.content();
    if (!report.laterAwards().isEmpty()) {
      notices.add(laterAwards(report.laterAwards(), content.scope(), language));
    }
    ReportContent.PreviousIssue previous = content.previousIssue();
    if (previous != null && !content.changes().isEmpty()) {
      List<String> models = ids(content.changes().stream().map(ModelChanges::modelId));
      String words = Labels.of("notice.CHANGED_SINCE_LAST_REPORT", language);
      notices.add(
          new DraftNotice(
              "CHANGED_SINCE_LAST_REPORT",
              words.formatted(models.size(), previous.number()),
              null,
              models,
              List.of()));
    }
    return notices;
  }

  private static DraftNotice laterAwards(
      List<LaterAward> awards, ReportScope scope, Language language) {
    LocalDate last = awards.get(awards.size() - 1).decision().issuedOn();
    String words = Labels.of("notice.AWARDS_AFTER_LAST_DAY", language);
    return new DraftNotice(
        "AWARDS_AFTER_LAST_DAY",
        words.formatted(awards.size(), DAY.format(scope.to()), last),
        last,
        ids(awards.stream().map(LaterAward::modelId)),
        awards);
  }

  private static List<String> ids(Stream<String> ids) {
    return ids.distinct().toList();
  }
}
