package vn.danvankheo.command.importing.http;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import vn.danvankheo.command.importing.running.Accepted;
import vn.danvankheo.command.importing.running.ImportedFile;
import vn.danvankheo.command.importing.running.Imports;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RepeatKey;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.endpoint.Upload;
import vn.danvankheo.web.operation.OperationStatus;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.trace.Trace;

/** {@code POST /api/imports}: a list of models by the form, to be worked on from then on. */
public final class ImportEndpoint implements Endpoint {
  private static final Parameter<Boolean> DRY_RUN = Parameter.flag("dryRun");
  private static final Parameter<Boolean> ATOMIC = Parameter.flag("atomic");

  private final Imports imports;
  private final Clock clock;

  /**
   * An endpoint.
   *
   * @param imports takes files in
   * @param clock tells the time
   */
  public ImportEndpoint(Imports imports, Clock clock) {
    this.imports = imports;
    this.clock = clock;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("POST", "/api/imports", "importModels", "Nhập danh sách mô hình (XLSX, CSV)")
            .right(Right.IMPORT_MODELS)
            .query(QuerySpec.of(DRY_RUN, ATOMIC))
            .header(RequestHeader.IDEMPOTENCY_KEY)
            .file()
            .answer(
                Answer.json(
                    202,
                    "Đã nhận; kết quả ở địa chỉ trong Location",
                    OperationStatus.schema(OperationStatus.Kind.IMPORT),
                    "Location",
                    "Idempotent-Replayed"))
            .to(this::accept));
  }

  private void accept(Exchange exchange) throws IOException {
    EventMetadata metadata = metadata(exchange);
    String key = RepeatKey.of(exchange);
    Query query = exchange.query();
    Part file = Upload.of(exchange.request());
    Accepted accepted;
    try (InputStream content = file.getInputStream()) {
      accepted =
          imports.accept(
              content,
              new ImportedFile(
                  Upload.name(file),
                  query.get(DRY_RUN).orElse(false),
                  query.get(ATOMIC).orElse(false),
                  metadata,
                  key));
    } finally {
      file.delete();
    }
    exchange.response().setHeader("Location", "/api/imports/" + accepted.id());
    if (accepted.replayed()) {
      exchange.response().setHeader("Idempotent-Replayed", "true");
    }
    OperationStatus status =
        OperationStatus.pending(
            accepted.id(), OperationStatus.Kind.IMPORT, metadata.actor().userName());
    exchange.json(
        202, EventJson.shown(), status.fields(clock.instant(), Language.of(exchange.request())));
  }

  private static EventMetadata metadata(Exchange exchange) {
    Trace trace = Trace.of(exchange.request());
    return new EventMetadata(
        exchange.as(Right.IMPORT_MODELS),
        null,
        null,
        exchange.request().getRemoteAddr(),
        trace.requestId(),
        trace.traceId(),
        "RegisterModel");
  }
}
