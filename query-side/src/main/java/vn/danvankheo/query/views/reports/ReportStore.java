package vn.danvankheo.query.views.reports;

import java.util.List;
import java.util.Optional;
import vn.danvankheo.query.mongo.RecordCodec;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.CachedView;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.serving.Views;

/** The issued reports as the view has them. */
public final class ReportStore {
  private static final RecordCodec<IssuedReport> CODEC = new RecordCodec<>(IssuedReport.class);

  private final CachedView<List<IssuedReport>> reports;

  /**
   * Reads the view.
   *
   * @param database the views' database
   * @param board tells when the view has changed
   */
  public ReportStore(ViewDatabase database, ViewBoard board) {
    this.reports =
        new CachedView<>(
            database,
            board,
            Views.REPORTS,
            documents -> documents.stream().map(CODEC::decode).toList());
  }

  /**
   * All issued reports.
   *
   * @return in no order
   */
  public List<IssuedReport> all() {
    return reports.get();
  }

  /**
   * An issued report.
   *
   * @param id its id
   * @return empty when there is none
   */
  public Optional<IssuedReport> find(String id) {
    return all().stream().filter(issued -> issued.report().id().equals(id)).findFirst();
  }
}
