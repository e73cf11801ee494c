package vn.danvankheo.query.views.overdue;

import static vn.danvankheo.query.serving.ListFormat.column;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import vn.danvankheo.events.vocabulary.DutyKind;
import vn.danvankheo.query.mongo.RecordCodec;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.DocumentAnswer;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.query.serving.ListFormat;
import vn.danvankheo.query.serving.MemoryPage;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.models.ModelSource;
import vn.danvankheo.query.views.models.ModelStore;
import vn.danvankheo.query.views.plans.PlanStore;
import vn.danvankheo.query.views.units.UnitParameter;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.query.views.units.UnitTree;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.table.TableColumn;
import vn.danvankheo.web.table.TableWriter;

/** {@code GET /api/overdue}: what is late and by how many days. */
public final class OverdueEndpoint implements Endpoint {
  private static final List<String> VIEWS = List.of(Views.MODELS, Views.UNITS, Views.PLANS);
  private static final Parameter<LocalDate> ON = Parameter.date("on");
  private static final Parameter<DutyKind> KIND = Parameter.choice("kind", DutyKind.class);
  private static final RecordCodec<OverdueItem> CODEC = new RecordCodec<>(OverdueItem.class);

  private final ViewGate gate;
  private final ModelStore models;
  private final UnitStore units;
  private final PlanStore plans;

  /**
   * Serves what is late.
   *
   * @param gate lets requests to the views
   * @param models the models
   * @param units the tree of units
   * @param plans the plans
   */
  public OverdueEndpoint(ViewGate gate, ModelStore models, UnitStore units, PlanStore plans) {
    this.gate = gate;
    this.models = models;
    this.units = units;
    this.plans = plans;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/overdue", "listOverdue", "Việc quá hạn tại một ngày")
            .right(Right.READ)
            .query(
                QuerySpec.of(
                    ON,
                    UnitParameter.UNIT,
                    KIND,
                    ViewGate.AS_OF,
                    QuerySpec.LIMIT,
                    QuerySpec.CURSOR,
                    ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(
                Answer.json(
                        200,
                        "Danh sách, quá hạn lâu nhất trước; CSV hoặc XLSX theo Accept",
                        RecordSchema.page(RecordSchema.of(OverdueItem.class)),
                        "ETag",
                        ViewGate.POSITION)
                    .or(ListFormat.tables()))
            .to(this::answer));
  }

  private void answer(Exchange exchange) throws IOException {
    Query query = exchange.query();
    ListFormat format = ListFormat.of(exchange);
    Language language = Language.of(exchange.request());
    gate.enter(exchange, VIEWS);
    LocalDate day = query.get(ON).orElseGet(() -> gate.day(query));
    String tag = gate.tag(VIEWS, day + "," + format + language);
    if (Conditional.known(exchange, tag, Conditional.REVALIDATE)) {
      return;
    }
    List<OverdueItem> items = find(query, day);
    if (format == ListFormat.JSON) {
      String list =
          "overdue"
              + query.get(ON)
              + query.get(UnitParameter.UNIT)
              + query.get(KIND)
              + query.get(ViewGate.AS_OF);
      MemoryPage<OverdueItem> page =
          MemoryPage.of(items, item -> item.dueOn().toString(), OverdueEndpoint::id, query, list);
      DocumentAnswer.page(exchange, page, OverdueEndpoint::document);
    } else {
      table(exchange, format, language, items);
    }
  }

  private List<OverdueItem> find(Query query, LocalDate day) {
    Optional<Instant> asOf = query.get(ViewGate.AS_OF);
    UnitTree tree = units.tree(asOf);
    Optional<Set<String>> wanted = UnitParameter.under(query, units, tree, day);
    ModelSource source = ModelSource.of(gate, asOf);
    return new OverdueSearch(models, source, tree, plans.plans(asOf), day)
        .find(wanted).stream()
            .filter(item -> query.get(KIND).map(kind -> kind == item.kind()).orElse(true))
            .toList();
  }

  private static String id(OverdueItem item) {
    return item.unitCode() + " " + item.modelId() + " " + item.year() + " " + item.no();
  }

  private static BsonDocument document(OverdueItem item) {
    BsonDocument document = CODEC.encode(item);
    document.putIfAbsent("modelId", BsonNull.VALUE);
    return document;
  }

  private static void table(
      Exchange exchange, ListFormat format, Language language, List<OverdueItem> items)
      throws IOException {
    List<TableColumn> columns =
        List.of(
            column("kind", TableColumn.Kind.TEXT, 28, language),
            column("code", TableColumn.Kind.TEXT, 16, language),
            column("title", TableColumn.Kind.TEXT, 60, language),
            column("unitCode", TableColumn.Kind.TEXT, 16, language),
            column("unitName", TableColumn.Kind.TEXT, 40, language),
            column("year", TableColumn.Kind.NUMBER, 8, language),
            column("dueOn", TableColumn.Kind.DATE, 12, language),
            column("daysLate", TableColumn.Kind.NUMBER, 12, language),
            column("reminders", TableColumn.Kind.NUMBER, 12, language));
    try (TableWriter table = format.table(exchange, "qua-han", columns)) {
      for (OverdueItem item :
          items.stream().sorted(Comparator.comparing(OverdueItem::dueOn)).toList()) {
        table.row(
            Arrays.asList(
                Labels.of("DutyKind", item.kind().name(), language),
                item.code(),
                item.title(),
                item.unitCode(),
                item.unitName(),
                item.year(),
                item.dueOn(),
                item.daysLate(),
                item.reminders()));
      }
    }
  }
}
