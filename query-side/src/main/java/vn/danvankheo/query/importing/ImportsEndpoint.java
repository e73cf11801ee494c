package vn.danvankheo.query.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.query.importing.ImportStore.Import;
import vn.danvankheo.query.mongo.Keyset;
import vn.danvankheo.query.operations.OperationAnswers;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.ListFormat;
import vn.danvankheo.query.serving.Pages;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.web.conditional.EntityTag;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.importing.RowResult;
import vn.danvankheo.web.importing.RowResult.Outcome;
import vn.danvankheo.web.operation.OperationStatus;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Caller;
import vn.danvankheo.web.security.Right;

/**
 * {@code GET /api/imports/{id}}: how far an import is and what became of each row, for who started
 * it and for those who may read all imports; nobody else learns that there is one.
 */
public final class ImportsEndpoint implements Endpoint {
  private static final Parameter<Outcome> OUTCOME = Parameter.choice("outcome", Outcome.class);

  private final ImportStore imports;
  private final OperationAnswers operations;

  /**
   * Serves imports.
   *
   * @param imports reads them
   * @param operations answers with them
   */
  public ImportsEndpoint(ImportStore imports, OperationAnswers operations) {
    this.imports = imports;
    this.operations = operations;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/imports/{id}", "getImport", "Kết quả nhập danh sách")
            .right(Right.READ)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(Answer.json(200, "Tiến độ và kết quả từng dòng", schema(), "ETag"))
            .to(this::answer),
        Operation.of("GET", "/api/imports/{id}/stream", "streamImport", "Tiến độ nhập (SSE)")
            .right(Right.READ)
            .answer(OperationAnswers.streamed())
            .to(this::stream),
        Operation.of("GET", "/api/imports/{id}/rows", "listImportRows", "Kết quả từng dòng")
            .right(Right.READ)
            .query(QuerySpec.of(OUTCOME, QuerySpec.LIMIT, QuerySpec.CURSOR))
            .answer(
                Answer.json(
                        200,
                        "Danh sách; CSV hoặc XLSX theo Accept",
                        RecordSchema.page(RowsAnswer.schema()))
                    .or(ListFormat.tables()))
            .to(this::rows));
  }

  private static ObjectNode schema() {
    ObjectNode schema = OperationStatus.schema(OperationStatus.Kind.IMPORT);
    ObjectNode result = schema.withObject("/properties/result").putObject("properties");
    result.set("fileName", RecordSchema.type("string"));
    result.set("dryRun", RecordSchema.type("boolean"));
    result.set("atomic", RecordSchema.type("boolean"));
    for (String count : List.of("registered", "valid", "refused", "position")) {
      result.set(count, RecordSchema.type("integer"));
    }
    result.set("rows", RecordSchema.listOf(RowsAnswer.schema()));
    return schema;
  }

  private Import find(Exchange exchange) {
    Caller caller = exchange.caller();
    return imports
        .find(exchange.path("id"))
        .filter(
            found ->
                found.status().startedBy().equals(caller.userName())
                    || caller.may(Right.READ_ALL_IMPORTS))
        .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
  }

  private void answer(Exchange exchange) throws IOException {
    Import found = find(exchange);
    Language language = Language.of(exchange.request());
    exchange.response().setHeader("Cache-Control", Conditional.REVALIDATE);
    exchange.response().addHeader("Vary", "Accept-Language");
    boolean ended = found.status().state().isEnd();
    if (ended && Conditional.known(exchange, tag(found, language), Conditional.REVALIDATE)) {
      return;
    }
    exchange.response().setStatus(200);
    exchange.response().setContentType("application/json");
    if (!exchange.request().getMethod().equals("HEAD")) {
      write(exchange, found, new RowsAnswer(imports, language));
    }
  }

  private static String tag(Import ended, Language language) {
    return EntityTag.of(ended.status().state() + "-" + ended.lastRow() + "-" + language);
  }

  /** What breaks off must not look complete, so the generator is closed only when all is well. */
  private void write(Exchange exchange, Import found, RowsAnswer rows) throws IOException {
    Map<String, @Nullable Object> fields = operations.fields(exchange, found.status());
    fields.remove("result");
    JsonGenerator out =
        EventJson.shown()
            .writer()
            .without(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .createGenerator(exchange.response().getOutputStream());
    out.writeStartObject();
    fields.forEach(out::writePOJOProperty);
    out.writeObjectPropertyStart("result");
    found.status().result().forEach(out::writePOJOProperty);
    out.writeArrayPropertyStart("rows");
    rows.all(found, out);
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndObject();
    out.close();
  }

  private void stream(Exchange exchange) throws IOException {
    operations.stream(exchange, () -> find(exchange).status());
  }

  private void rows(Exchange exchange) throws IOException {
    ListFormat format = ListFormat.of(exchange);
    Import found = find(exchange);
    Outcome outcome = exchange.query().get(OUTCOME).orElse(null);
    RowsAnswer answer = new RowsAnswer(imports, Language.of(exchange.request()));
    exchange.response().setHeader("Cache-Control", Conditional.REVALIDATE);
    exchange.response().addHeader("Vary", "Accept-Language");
    if (format == ListFormat.JSON) {
      page(exchange, found, outcome, answer);
    } else {
      answer.table(exchange, format, found, outcome);
    }
  }

  private void page(Exchange exchange, Import found, @Nullable Outcome outcome, RowsAnswer answer)
      throws IOException {
    Keyset order = new Keyset(List.of(), found.id() + "," + outcome);
    int after = Pages.behind(exchange.query(), order).map(ImportsEndpoint::row).orElse(0);
    int limit = exchange.query().limit();
    List<RowResult> rows = imports.rows(found, after, outcome, limit + 1);
    List<RowResult> items = rows.subList(0, Math.min(limit, rows.size()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
    try (JsonGenerator out = EventJson.shown().createGenerator(bytes)) {
      out.writeStartObject();
      out.writeArrayPropertyStart("items");
      items.forEach(row -> answer.one(row, out));
      out.writeEndArray();
      boolean more = rows.size() > limit;
      out.writeStringProperty(
          "nextCursor",
          more ? order.cursor(List.of(new BsonInt32(items.get(limit - 1).row()))) : null);
      out.writeNumberProperty("total", total(found, outcome));
      out.writeEndObject();
    }
    exchange.bytes(200, "application/json", bytes.toByteArray());
  }

  private static int row(List<BsonValue> keys) {
    return keys.get(0) instanceof BsonInt32 row ? row.getValue() : 0;
  }

  private static int total(Import found, @Nullable Outcome outcome) {
    return outcome == null
        ? found.counts().values().stream().mapToInt(Integer::intValue).sum()
        : Optional.ofNullable(found.counts().get(outcome)).orElse(0);
  }
}
