package vn.danvankheo.query.views.units;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.bson.BsonDocument;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.events.vocabulary.UnitType;
import vn.danvankheo.query.mongo.SearchWords;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.DocumentAnswer;
import vn.danvankheo.query.serving.ListFormat;
import vn.danvankheo.query.serving.MemoryPage;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;

/** {@code GET /api/units}, {@code /api/units/{code}}: the tree on any day, names and places. */
public final class UnitsEndpoint implements Endpoint {
  private static final List<String> VIEWS = List.of(Views.UNITS);
  private static final Parameter<LocalDate> ON = Parameter.date("on");
  private static final Parameter<String> WORDS = Parameter.text("q", 200);
  private static final Parameter<UnitType> TYPE = Parameter.choice("type", UnitType.class);
  private static final Parameter<String> PARENT = Parameter.text("parent", 64);
  private static final Parameter<Boolean> ALIVE = Parameter.flag("alive");

  private final ViewGate gate;
  private final UnitStore units;

  /**
   * Serves units from the view.
   *
   * @param gate lets requests to the views
   * @param units the tree of units
   */
  public UnitsEndpoint(ViewGate gate, UnitStore units) {
    this.gate = gate;
    this.units = units;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/units", "listUnits", "Các đơn vị, theo cây tại một ngày")
            .right(Right.READ)
            .query(
                QuerySpec.of(
                        WORDS,
                        TYPE,
                        UnitParameter.UNIT,
                        PARENT,
                        ALIVE,
                        ON,
                        QuerySpec.LIMIT,
                        QuerySpec.CURSOR)
                    .and(ViewGate.AS_OF, ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(
                Answer.json(
                        200,
                        "Danh sách; CSV hoặc XLSX theo Accept",
                        RecordSchema.page(UnitJson.schema()),
                        "ETag",
                        ViewGate.POSITION)
                    .or(ListFormat.tables()))
            .to(this::list),
        Operation.of("GET", "/api/units/{code}", "getUnit", "Một đơn vị với lịch sử tên gọi")
            .right(Right.READ)
            .query(QuerySpec.of(ON, ViewGate.AS_OF, ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(Answer.json(200, "Đơn vị", UnitJson.schema(), "ETag", ViewGate.POSITION))
            .to(this::one));
  }

  private void list(Exchange exchange) throws IOException {
    Query query = exchange.query();
    ListFormat format = ListFormat.of(exchange);
    Language language = Language.of(exchange.request());
    gate.enter(exchange, VIEWS);
    LocalDate day = query.get(ON).orElseGet(() -> gate.day(query));
    String past = query.get(ViewGate.AS_OF).map(Object::toString).orElse("");
    String tag = gate.tag(VIEWS, day + "," + past + format + language);
    if (Conditional.known(exchange, tag, Conditional.REVALIDATE)) {
      return;
    }
    UnitTree tree = units.tree(query.get(ViewGate.AS_OF));
    List<UnitState> wanted = wanted(query, tree, day);
    if (format == ListFormat.JSON) {
      MemoryPage<UnitState> page =
          MemoryPage.of(
              wanted,
              unit -> VietnameseText.sortKey(unit.nameOn(day)),
              UnitState::code,
              query,
              "units"
                  + query.get(WORDS)
                  + query.get(TYPE)
                  + query.get(UnitParameter.UNIT)
                  + query.get(PARENT)
                  + query.get(ALIVE)
                  + query.get(ON)
                  + past);
      DocumentAnswer.page(exchange, page, unit -> UnitJson.of(unit, day));
    } else {
      UnitTable.write(exchange, format, language, wanted, day);
    }
  }

  private List<UnitState> wanted(Query query, UnitTree tree, LocalDate day) {
    Collection<String> words = query.get(WORDS).map(SearchWords::of).orElse(Set.of());
    Optional<Set<String>> under = UnitParameter.under(query, units, tree, day);
    Optional<String> parent = UnitParameter.known(PARENT, query, units);
    return tree.all().stream()
        .filter(unit -> under.map(codes -> codes.contains(unit.code())).orElse(true))
        .filter(unit -> query.get(TYPE).map(type -> type == unit.type()).orElse(true))
        .filter(unit -> query.get(ALIVE).map(is -> is == unit.aliveOn(day)).orElse(true))
        .filter(unit -> parent.map(p -> p.equals(unit.parentOn(day))).orElse(true))
        .filter(unit -> UnitTree.hasWords(unit, words))
        .toList();
  }

  private void one(Exchange exchange) throws IOException {
    gate.enter(exchange, VIEWS);
    LongFunction<String> tags = gate.tags(Views.UNITS);
    Query query = exchange.query();
    UnitTree tree = units.tree(query.get(ViewGate.AS_OF));
    UnitState unit =
        tree.find(exchange.path("code"))
            .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
    Optional<LocalDate> on = query.get(ON).or(() -> query.get(ViewGate.AS_OF).map(ViewGate::dayOf));
    BsonDocument document = UnitJson.of(unit, on.orElseGet(gate::today));
    String tag = tags.apply(unit.version());
    if (on.isPresent() || !changesByItself(unit)) {
      DocumentAnswer.one(exchange, document, tag);
    } else {
      exchange.response().setHeader("ETag", tag);
      exchange.response().setHeader("Cache-Control", Conditional.REVALIDATE);
      DocumentAnswer.one(exchange, document);
    }
  }

  /** What was decided for a later day comes into force without another event, so no 304 then. */
  private static boolean changesByItself(UnitState unit) {
    return unit.names().size() > 1
        || unit.places().size() > 1
        || unit.end() != null
        || unit.effectiveOn() != null;
  }
}
