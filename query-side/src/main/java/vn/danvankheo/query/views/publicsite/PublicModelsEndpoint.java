package vn.danvankheo.query.views.publicsite;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.vocabulary.Field;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.query.mongo.Keyset;
import vn.danvankheo.query.mongo.RecordCodec;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.DocumentAnswer;
import vn.danvankheo.query.serving.MemoryPage;
import vn.danvankheo.query.serving.Pages;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.models.ModelFilter;
import vn.danvankheo.query.views.models.ModelStore;
import vn.danvankheo.query.views.models.TermTags;
import vn.danvankheo.query.views.units.UnitParameter;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.query.views.units.UnitTree;
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

/** {@code GET /api/public/…}: recognised models for anyone, as lists, one by one and as feeds. */
public final class PublicModelsEndpoint implements Endpoint {
  private static final List<String> VIEWS = List.of(Views.MODELS, Views.UNITS);
  private static final RecordCodec<PublicModel> CODEC = new RecordCodec<>(PublicModel.class);
  private static final Parameter<String> WORDS = Parameter.text("q", 200);
  private static final Parameter<Field> FIELD = Parameter.choice("field", Field.class);
  private static final Parameter<Long> YEAR = Parameter.integer("year", 2000, 2100);
  private static final Parameter<SubjectKind> SUBJECT_KIND =
      Parameter.choice("subjectKind", SubjectKind.class);
  private static final Parameter<Level> LEVEL = Parameter.choice("level", Level.class);
  private static final QuerySpec LIST =
      QuerySpec.of(
          WORDS,
          FIELD,
          UnitParameter.UNIT,
          YEAR,
          SUBJECT_KIND,
          LEVEL,
          QuerySpec.LIMIT,
          QuerySpec.CURSOR);
  private static final int FEED_LENGTH = 50;
  private static final String PUBLIC = "public, max-age=60";

  private final ViewGate gate;
  private final ModelStore models;
  private final UnitStore units;
  private final PersonalOpener opener;

  /**
   * Serves recognised models.
   *
   * @param gate lets requests to the views
   * @param models the models
   * @param units the tree of units
   * @param opener opens the names of who was recognised or commended
   */
  public PublicModelsEndpoint(
      ViewGate gate, ModelStore models, UnitStore units, PersonalOpener opener) {
    this.opener = opener;
    this.gate = gate;
    this.models = models;
    this.units = units;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/public/models", "listPublicModels", "Mô hình đã công nhận")
            .open()
            .query(LIST)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(
                Answer.json(
                    200,
                    "Danh sách, công nhận mới nhất trước",
                    RecordSchema.page(RecordSchema.of(PublicModel.class)),
                    "ETag",
                    ViewGate.POSITION))
            .to(this::list),
        Operation.of("GET", "/api/public/models/{id}", "getPublicModel", "Một mô hình")
            .open()
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(Answer.json(200, "Mô hình", RecordSchema.of(PublicModel.class), "ETag"))
            .to(this::one),
        Operation.of("GET", "/api/public/feed.atom", "getAtomFeed", "Nguồn tin Atom")
            .open()
            .answer(Answer.of(200, "Atom 1.0", Feeds.ATOM))
            .to(exchange -> feed(exchange, Feeds.ATOM)),
        Operation.of("GET", "/api/public/feed.json", "getJsonFeed", "Nguồn tin JSON Feed")
            .open()
            .answer(Answer.of(200, "JSON Feed 1.1", Feeds.JSON))
            .to(exchange -> feed(exchange, Feeds.JSON)));
  }

  private void list(Exchange exchange) throws IOException {
    Query query = exchange.query();
    gate.enter(exchange, VIEWS, 0, () -> true);
    LocalDate today = gate.today();
    if (Conditional.known(exchange, gate.tag(VIEWS, "public" + today), PUBLIC)) {
      return;
    }
    UnitTree tree = units.tree();
    Keyset order = new Keyset(List.of("-_recognizedOn"), fingerprint(query));
    ModelStore.Page page =
        models.wholePage(
            gate.collection(Views.MODELS),
            filter(query, tree, today),
            order,
            Pages.behind(query, order),
            query.limit());
    List<PublicModel> items =
        open(exchange, page.items()).stream().map(m -> shown(m, tree, today)).toList();
    List<BsonValue> last = page.last();
    String next = last == null ? null : order.cursor(last);
    DocumentAnswer.page(exchange, new MemoryPage<>(items, next, (int) page.total()), CODEC::encode);
  }

  private BsonDocument filter(Query query, UnitTree tree, LocalDate today) {
    ModelFilter filter =
        new ModelFilter(query.get(YEAR).map(Long::intValue))
            .tag(Optional.of(TermTags.RECOGNIZED))
            .tag(query.get(LEVEL).map(level -> TermTags.level(level.name())))
            .is("field", query.get(FIELD).map(Enum::name))
            .is("subjectKind", query.get(SUBJECT_KIND).map(Enum::name));
    UnitParameter.under(query, units, tree, today).ifPresent(filter::ofUnits);
    query
        .get(WORDS)
        .ifPresent(words -> filter.words(words, tree, opener.modelsNamed(words), false));
    return filter.build();
  }

  private static String fingerprint(Query query) {
    return LIST.parameters().stream()
        .filter(p -> !p.name().equals("cursor") && !p.name().equals("limit"))
        .map(p -> p.name() + "=" + query.all(p))
        .collect(Collectors.joining("&", "public&", ""));
  }

  private static PublicModel shown(ModelState model, UnitTree tree, LocalDate today) {
    String unit = model.form().unitCode();
    return PublicModel.of(model, unit == null ? null : tree.nameOn(unit, today));
  }

  private List<ModelState> open(Exchange exchange, List<RawBsonDocument> found) {
    return opener.open(
        found.stream().map(ModelStore::state).toList(), Language.of(exchange.request()));
  }

  private void one(Exchange exchange) throws IOException {
    gate.enter(exchange, VIEWS, 0, () -> true);
    LongFunction<String> tags = gate.tags(Views.MODELS);
    ModelState model =
        models
            .find(gate.collection(Views.MODELS), exchange.path("id"))
            .map(ModelStore::state)
            .filter(ModelState::everRecognized)
            .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
    if (!Conditional.known(exchange, tags.apply(model.version()), PUBLIC)) {
      ModelState open = opener.open(List.of(model), Language.of(exchange.request())).get(0);
      DocumentAnswer.one(exchange, CODEC.encode(shown(open, units.tree(), gate.today())));
    }
  }

  private void feed(Exchange exchange, String mediaType) throws IOException {
    gate.enter(exchange, VIEWS, 0, () -> true);
    if (Conditional.known(exchange, gate.tag(VIEWS, mediaType), PUBLIC)) {
      return;
    }
    UnitTree tree = units.tree();
    Keyset order = new Keyset(List.of("-_recognizedOn"), "feed");
    List<RawBsonDocument> found =
        models
            .wholePage(
                gate.collection(Views.MODELS),
                new ModelFilter(Optional.empty()).tag(Optional.of(TermTags.RECOGNIZED)).build(),
                order,
                Optional.empty(),
                FEED_LENGTH)
            .items();
    List<PublicModel> latest =
        open(exchange, found).stream().map(m -> shown(m, tree, gate.today())).toList();
    String base = exchange.request().getRequestURL().toString().replaceFirst("/api/.*", "");
    Feeds feeds = new Feeds(base, Language.of(exchange.request()), latest);
    exchange.bytes(
        200,
        mediaType + (mediaType.equals(Feeds.ATOM) ? ";charset=UTF-8" : ""),
        mediaType.equals(Feeds.ATOM) ? feeds.atom() : feeds.json());
  }
}
