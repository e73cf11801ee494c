package vn.danvankheo.query.views.reports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.report.ReportEvent;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.mongo.RecordCodec;
import vn.danvankheo.query.mongo.ViewIndex;
import vn.danvankheo.query.projecting.Emission;
import vn.danvankheo.query.projecting.Projection;
import vn.danvankheo.query.serving.Views;

/** Issued reports, one document for each. */
public final class ReportsProjection implements Projection<IssuedReport> {
  private static final String TYPE = "report";

  private final RecordCodec<IssuedReport> codec = new RecordCodec<>(IssuedReport.class);

  /** Describes the view. */
  public ReportsProjection() {}

  @Override
  public String view() {
    return Views.REPORTS;
  }

  @Override
  public int definition() {
    return 2;
  }

  @Override
  public Set<String> aggregateTypes() {
    return Set.of(TYPE);
  }

  @Override
  public String documentId(String aggregateId) {
    return aggregateId.substring(TYPE.length() + 1);
  }

  @Override
  public String streamId(String documentId) {
    return TYPE + ":" + documentId;
  }

  @Override
  public IssuedReport fold(@Nullable IssuedReport state, StoredEvent event) {
    Recorded<?> r = event.recorded();
    ReportState report =
        ReportState.apply(
            state == null ? null : state.report(),
            new Recorded<>(r.aggregateId(), r.version(), r.at(), (ReportEvent) r.event()));
    return new IssuedReport(report, state == null ? event.metadata().actor() : state.issuedBy());
  }

  @Override
  public BsonDocument document(IssuedReport state) {
    BsonDocument document = new BsonDocument("_id", new BsonString(state.report().id()));
    document.putAll(codec.encode(state));
    return document;
  }

  @Override
  public IssuedReport state(BsonDocument document) {
    return codec.decode(document);
  }

  @Override
  public List<ViewIndex> indexes() {
    return List.of();
  }

  @Override
  public Map<String, List<ViewIndex>> parts() {
    return Map.of(AuditEntry.PART, AuditEntry.EMITTER.indexes());
  }

  @Override
  public List<Emission> emit(@Nullable IssuedReport before, IssuedReport after, StoredEvent event) {
    ReportState earlier = before == null ? null : before.report();
    return List.of(AuditEntry.EMITTER.emission().of(earlier, after.report(), event));
  }
}
