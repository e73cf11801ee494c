package vn.danvankheo.query.views.models;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.ListFormat;
import vn.danvankheo.query.serving.Pages;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.plans.PlanStore;
import vn.danvankheo.query.views.replications.ReplicationStore;
import vn.danvankheo.query.views.replications.Takeovers;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.query.views.units.UnitTree;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.table.TableWriter;

/** {@code GET /api/models}: any list of models, as JSON, CSV or a workbook. */
public final class ModelsEndpoint implements Endpoint {
  private static final List<String> VIEWS =
      List.of(Views.MODELS, Views.UNITS, Views.PLANS, Views.REPLICATIONS);
  private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();
  private static final int ROWS_AT_ONCE = 500;

  private final ViewGate gate;
  private final ModelStore models;
  private final UnitStore units;
  private final PlanStore plans;
  private final ReplicationStore replications;
  private final PersonalOpener opener;

  /**
   * Serves lists from the views.
   *
   * @param gate lets requests to the views
   * @param models the models
   * @param units the tree of units
   * @param plans the plans
   * @param replications where models were taken over
   * @param opener opens names and finds by them
   */
  public ModelsEndpoint(
      ViewGate gate,
      ModelStore models,
      UnitStore units,
      PlanStore plans,
      ReplicationStore replications,
      PersonalOpener opener) {
    this.opener = opener;
    this.gate = gate;
    this.models = models;
    this.units = units;
    this.plans = plans;
    this.replications = replications;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of(
                "GET", "/api/models", "listModels", "Danh sách mô hình, nay hoặc tại một thời điểm")
            .right(Right.READ)
            .query(ModelParameters.LIST)
            .header(ViewGate.PREFER)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(
                Answer.json(
                        200,
                        "Danh sách; CSV hoặc XLSX theo Accept",
                        RecordSchema.page(RecordSchema.type("object")),
                        "ETag",
                        ViewGate.POSITION)
                    .or(ListFormat.tables()))
            .to(this::list));
  }

  private void list(Exchange exchange) throws IOException {
    Query query = exchange.query();
    ListFormat format = ListFormat.of(exchange);
    Language language = Language.of(exchange.request());
    gate.enter(exchange, VIEWS);
    LocalDate day = gate.day(query);
    if (Conditional.known(
        exchange, gate.tag(VIEWS, day + "," + format + language), Conditional.REVALIDATE)) {
      return;
    }
    Optional<Instant> asOf = query.get(ViewGate.AS_OF);
    UnitTree tree = units.tree(asOf);
    ModelQuery wanted =
        ModelQuery.of(query, units, tree, plans.plans(asOf), day, opener::modelsNamed);
    query.get(ModelParameters.REPLICATED_FROM).ifPresent(this::wantModel);
    ModelSource source = ModelSource.of(gate, asOf);
    Takeovers takeovers = replications.takeovers(asOf);
    Function<String, @Nullable String> unitName = code -> tree.nameOn(code, day);
    if (format == ListFormat.JSON) {
      Optional<List<BsonValue>> behind = Pages.behind(query, wanted.order());
      ModelStore.Page page =
          models.page(source, wanted.filter(), wanted.order(), behind, query.limit());
      ModelJson json = new ModelJson(unitName, opener.words(page.items(), language));
      exchange.bytes(200, "application/json", json(page, wanted, takeovers, json));
    } else {
      ModelTable table = new ModelTable(language, ModelParameters.year(query), unitName);
      write(exchange, format, table, source, wanted, takeovers, language);
    }
  }

  private void wantModel(String id) {
    if (models.find(gate.collection(Views.MODELS), id).isEmpty()) {
      FieldFault fault =
          new FieldFault("/" + ModelParameters.REPLICATED_FROM.name(), "MODEL_UNKNOWN");
      throw ProblemCode.INVALID_PARAMETERS.problem(List.of(fault)).exception();
    }
  }

  private static byte[] json(
      ModelStore.Page page, ModelQuery wanted, Takeovers takeovers, ModelJson json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
    try (JsonGenerator out = JsonMapper.shared().createGenerator(bytes)) {
      out.writeStartObject();
      out.writeArrayPropertyStart("items");
      page.items().forEach(model -> json.item(ModelReplicas.with(model, takeovers), out));
      out.writeEndArray();
      out.writeName("nextCursor");
      out.writeString(page.last() == null ? null : wanted.order().cursor(page.last()));
      out.writeNumberProperty("total", page.total());
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private void write(
      Exchange exchange,
      ListFormat format,
      ModelTable table,
      ModelSource source,
      ModelQuery wanted,
      Takeovers takeovers,
      Language language)
      throws IOException {
    try (TableWriter rows = format.table(exchange, "mo-hinh", table.columns())) {
      List<RawBsonDocument> some = new ArrayList<>(ROWS_AT_ONCE);
      models.each(
          source,
          wanted.filter(),
          wanted.order(),
          model -> {
            some.add(ModelReplicas.with(model, takeovers));
            if (some.size() == ROWS_AT_ONCE) {
              write(rows, table, some, language);
            }
          });
      write(rows, table, some, language);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The names of some rows are opened together. */
  private void write(
      TableWriter rows, ModelTable table, List<RawBsonDocument> some, Language language) {
    Function<PersonalText, String> words = opener.words(some, language);
    try {
      for (RawBsonDocument model : some) {
        rows.row(table.row(model.decode(DOCUMENTS), words));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    some.clear();
  }
}
