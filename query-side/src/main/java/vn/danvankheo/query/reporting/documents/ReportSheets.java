package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.List;
import vn.danvankheo.query.reporting.domain.ReportContent;

/** A report's tables, Biểu 01 to 08, what is late and what has changed. */
final class ReportSheets {
  private ReportSheets() {}

  static List<Paper.Sheet> of(ReportContent content, Wording words) {
    FigureSheets figures = new FigureSheets(content);
    ListSheets lists = new ListSheets(content, words);
    FollowUpSheets followUp = new FollowUpSheets(content, words);
    List<Paper.Sheet> sheets =
        new ArrayList<>(
            List.of(
                figures.byField(),
                figures.byKind(),
                figures.byHonour(),
                figures.compared(),
                figures.byUnit(),
                lists.models(),
                lists.inspections(),
                lists.commendations(),
                lists.replications(),
                followUp.ratings()));
    if (content.byYear().size() > 1) {
      sheets.add(figures.byYear());
    }
    sheets.add(followUp.late());
    if (!content.changedAfterReport().isEmpty()) {
      sheets.add(followUp.changedAfterReport());
    }
    sheets.add(followUp.changes());
    return sheets;
  }
}
