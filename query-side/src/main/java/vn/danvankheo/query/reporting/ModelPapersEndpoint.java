package vn.danvankheo.query.reporting;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.Inspection;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.reporting.documents.DecisionListPaper;
import vn.danvankheo.query.reporting.documents.MinutesPaper;
import vn.danvankheo.query.reporting.documents.PaperFormat;
import vn.danvankheo.query.reporting.documents.RegistrationPaper;
import vn.danvankheo.query.reporting.documents.UnitNames;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.models.ModelFilter;
import vn.danvankheo.query.views.models.ModelSource;
import vn.danvankheo.query.views.models.ModelStore;
import vn.danvankheo.query.views.models.PastModels;
import vn.danvankheo.query.views.models.TermTags;
import vn.danvankheo.query.views.plans.PlanStore;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.query.views.units.UnitTree;
import vn.danvankheo.web.endpoint.Accept;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;

/** The papers about models: registration forms, minutes, and the lists that go with decisions. */
public final class ModelPapersEndpoint implements Endpoint {
  private static final List<String> VIEWS = List.of(Views.MODELS, Views.UNITS, Views.PLANS);
  private static final Parameter<Long> YEAR = Parameter.integer("year", 2000, 2100);
  private static final Parameter<Format> FORMAT = Parameter.choice("format", Format.class);
  private static final Parameter<String> NUMBER = Parameter.text("number", 100).required();
  private static final Parameter<LocalDate> ISSUED_ON = Parameter.date("issuedOn").required();
  private static final Parameter<String> ISSUER = Parameter.text("issuer", 300).required();
  private static final QuerySpec OF_A_TERM = QuerySpec.of(YEAR, FORMAT, ViewGate.MIN_POSITION);

  /** As it is written in the address; the first is the usual one. */
  private enum Format {
    docx(PaperFormat.DOCX),
    pdf(PaperFormat.PDF),
    html(PaperFormat.HTML);

    private final PaperFormat printed;

    Format(PaperFormat printed) {
      this.printed = printed;
    }

    String mediaType() {
      return printed.mediaType().split(";", 2)[0];
    }
  }

  private final ViewGate gate;
  private final ModelStore models;
  private final UnitStore units;
  private final PlanStore plans;
  private final PastModels past;
  private final PersonalOpener opener;

  /**
   * Prints from the views, and lists of decisions from the events.
   *
   * @param gate lets requests to the views
   * @param models the models
   * @param units the tree of units
   * @param plans all plans
   * @param past models as they stood
   * @param opener opens names
   */
  public ModelPapersEndpoint(
      ViewGate gate,
      ModelStore models,
      UnitStore units,
      PlanStore plans,
      PastModels past,
      PersonalOpener opener) {
    this.gate = gate;
    this.models = models;
    this.units = units;
    this.plans = plans;
    this.past = past;
    this.opener = opener;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        of("/api/models/{id}/registration-form", "getRegistrationForm", "Phiếu đăng ký mô hình")
            .query(OF_A_TERM)
            .answer(paper("Phiếu đăng ký của năm, mặc định năm gần nhất"))
            .to(this::registration),
        of("/api/models/{id}/inspections/{no}/minutes", "getInspectionMinutes", "Biên bản kiểm tra")
            .query(OF_A_TERM)
            .answer(paper("Biên bản của lần kiểm tra trong năm, mặc định năm gần nhất"))
            .to(this::minutes),
        of("/api/decisions/list", "getDecisionList", "Danh sách kèm theo quyết định")
            .query(QuerySpec.of(NUMBER, ISSUED_ON, ISSUER, FORMAT, ViewGate.MIN_POSITION))
            .answer(paper("Danh sách như khi quyết định được ghi nhận"))
            .to(this::decisionList));
  }

  private static Operation.Builder of(String path, String name, String summary) {
    return Operation.of("GET", path, name, summary).right(Right.READ).header(ViewGate.PREFER);
  }

  private static Answer paper(String description) {
    return Answer.of(200, description, Format.docx.mediaType())
        .or(Format.pdf.mediaType(), Format.html.mediaType());
  }

  private void registration(Exchange exchange) throws IOException {
    PaperFormat format = format(exchange);
    ModelState model = model(exchange);
    Term term = term(model, exchange.query());
    UnitNames names = new UnitNames(units.tree(), term.registeredOn());
    PlanState plan = plan(model, term, names);
    send(exchange, format, RegistrationPaper.print(format, model, term, plan, names));
  }

  private void minutes(Exchange exchange) throws IOException {
    PaperFormat format = format(exchange);
    ModelState model = model(exchange);
    Term term = term(model, exchange.query());
    Inspection inspection =
        term.inspections().stream()
            .filter(one -> Integer.toString(one.no()).equals(exchange.path("no")))
            .findFirst()
            .orElseThrow(ModelPapersEndpoint::notFound);
    UnitNames names = new UnitNames(units.tree(), inspection.inspectedOn());
    PlanState plan = plan(model, term, names);
    send(exchange, format, MinutesPaper.print(format, model, inspection, plan, names));
  }

  private @Nullable PlanState plan(ModelState model, Term term, UnitNames on) {
    return plans
        .plans()
        .planFor(model.form().unitCode(), term.year(), on.tree(), on.day())
        .orElse(null);
  }

  private void decisionList(Exchange exchange) throws IOException {
    PaperFormat format = format(exchange);
    Query query = exchange.query();
    gate.enter(exchange, VIEWS);
    LocalDate day = query.get(ISSUED_ON).orElseThrow();
    DecisionListPaper.Key key =
        new DecisionListPaper.Key(
            query.get(NUMBER).orElseThrow(), day, query.get(ISSUER).orElseThrow());
    UnitTree tree = units.tree();
    List<String> ids = new ArrayList<>();
    ModelSource source = ModelSource.present(gate.collection(Views.MODELS));
    models.eachState(source, honouredBy(key.number()), model -> ids.add(model.id()));
    List<ModelState> frozen =
        ids.stream()
            .sorted()
            .flatMap(id -> past.atLast(id, key::count).stream())
            .sorted(inOrder(tree))
            .toList();
    Decision decision =
        frozen.stream()
            .flatMap(key::decisions)
            .findFirst()
            .orElseThrow(ModelPapersEndpoint::notFound);
    List<ModelState> opened = opener.open(frozen, Language.VI);
    UnitNames names = new UnitNames(tree, day);
    send(exchange, format, DecisionListPaper.print(format, key, decision, opened, names));
  }

  /** Other issuers may have the same number; the models themselves tell. */
  private static BsonDocument honouredBy(String number) {
    return new ModelFilter(Optional.empty()).tag(Optional.of(TermTags.decision(number))).build();
  }

  /** Collectives first, then by units in the order of protocol, then by title. */
  private static Comparator<ModelState> inOrder(UnitTree tree) {
    List<String> protocol = tree.all().stream().map(unit -> unit.code()).toList();
    return Comparator.comparing((ModelState model) -> model.form().subjectKind())
        .thenComparing(model -> protocol.indexOf(model.form().unitCode()))
        .thenComparing(model -> VietnameseText.sortKey(model.form().title()))
        .thenComparing(ModelState::id);
  }

  private ModelState model(Exchange exchange) {
    gate.enter(exchange, VIEWS);
    ModelState model =
        models
            .find(gate.collection(Views.MODELS), exchange.path("id"))
            .map(ModelStore::state)
            .orElseThrow(ModelPapersEndpoint::notFound);
    return opener.open(List.of(model), Language.VI).get(0);
  }

  private static Term term(ModelState model, Query query) {
    return query
        .get(YEAR)
        .map(year -> model.term(year.intValue()).orElseThrow(ModelPapersEndpoint::notFound))
        .orElseGet(model::latest);
  }

  private static PaperFormat format(Exchange exchange) {
    Optional<Format> named = exchange.query().get(FORMAT);
    if (named.isPresent()) {
      return named.get().printed;
    }
    exchange.response().addHeader("Vary", "Accept");
    List<Format> offered = List.of(Format.values());
    List<String> types = offered.stream().map(Format::mediaType).toList();
    return Accept.best(exchange.header("Accept"), types)
        .map(type -> offered.get(types.indexOf(type)).printed)
        .orElseThrow(() -> ProblemCode.NOT_ACCEPTABLE.problem().exception());
  }

  private static void send(Exchange exchange, PaperFormat format, byte[] paper) throws IOException {
    exchange.response().setHeader("Cache-Control", Conditional.REVALIDATE);
    exchange.bytes(200, format.mediaType(), paper);
  }

  private static RuntimeException notFound() {
    return ProblemCode.NOT_FOUND.problem().exception();
  }
}
