package vn.danvankheo.query.views.models;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.bson.RawBsonDocument;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.query.mongo.Parked;
import vn.danvankheo.query.personal.OpenedTexts;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.replications.ReplicationStore;
import vn.danvankheo.query.views.replications.Takeovers;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.query.views.units.UnitTree;
import vn.danvankheo.web.conditional.EntityTag;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.problem.ProblemException;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;

/** {@code GET /api/models/{id}}: a whole model, as it is or as it stood. */
public final class ModelEndpoint implements Endpoint {
  private static final long MANY = 999_999_999_999_999_999L;
  private static final Parameter<Long> MIN_VERSION = Parameter.integer("minVersion", 0, MANY);
  private static final Parameter<Long> AT_VERSION = Parameter.integer("atVersion", 0, MANY);

  /** The log position of the event that a model waits for; absent as a rule. */
  private static final String WAITS_FOR = "X-Waits-For";

  private static final Duration WAITING = Duration.ofMinutes(5);
  private static final Parameter<Instant> AS_OF = ViewGate.AS_OF;
  private static final List<String> VIEWS = List.of(Views.MODELS, Views.UNITS, Views.REPLICATIONS);

  private final ViewGate gate;
  private final ModelStore models;
  private final UnitStore units;
  private final PastModels past;
  private final ReplicationStore replications;
  private final PersonalOpener opener;

  /**
   * Serves models from the view, and past ones from their events.
   *
   * @param gate lets requests to the views
   * @param models the models
   * @param units the tree of units
   * @param past models as they stood
   * @param replications where models were taken over
   * @param opener opens names
   */
  public ModelEndpoint(
      ViewGate gate,
      ModelStore models,
      UnitStore units,
      PastModels past,
      ReplicationStore replications,
      PersonalOpener opener) {
    this.opener = opener;
    this.gate = gate;
    this.models = models;
    this.units = units;
    this.past = past;
    this.replications = replications;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/models/{id}", "getModel", "Toàn bộ một mô hình")
            .right(Right.READ)
            .query(QuerySpec.of(MIN_VERSION, AT_VERSION, AS_OF, ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(
                Answer.json(
                    200, "Mô hình", ModelJson.schema(), "ETag", ViewGate.POSITION, WAITS_FOR))
            .to(this::answer));
  }

  private void answer(Exchange exchange) throws IOException {
    Query query = exchange.query();
    if (query.get(AT_VERSION).isPresent() && query.get(AS_OF).isPresent()) {
      throw ProblemCode.INVALID_PARAMETERS
          .problem(List.of(new FieldFault("/asOf", "NOT_TOGETHER")))
          .exception();
    }
    if (query.get(AT_VERSION).isPresent() || query.get(AS_OF).isPresent()) {
      answerPast(exchange, query);
    } else {
      present(exchange, query);
    }
  }

  private void present(Exchange exchange, Query query) throws IOException {
    String id = exchange.path("id");
    Optional<Long> version = query.get(MIN_VERSION);
    gate.enter(
        exchange,
        VIEWS,
        query.get(ViewGate.MIN_POSITION).orElse(0L),
        () -> version.isEmpty() || isAt(id, version.get()) || parked(id).isPresent());
    Optional<Parked> parked = parked(id);
    if (parked.isPresent() && version.isPresent() && !isAt(id, version.get())) {
      throw waits(parked.get());
    }
    LongFunction<String> tags = gate.tags(Views.MODELS);
    RawBsonDocument model =
        models
            .find(gate.collection(Views.MODELS), id)
            .orElseThrow(
                () ->
                    parked
                        .map(ModelEndpoint::waits)
                        .orElseGet(() -> ProblemCode.NOT_FOUND.problem().exception()));
    parked.ifPresent(p -> exchange.response().setHeader(WAITS_FOR, Long.toString(p.position())));
    Takeovers takeovers = replications.takeovers(Optional.empty());
    String tag = tags.apply(model.getNumber("version").longValue());
    boolean answered = false;
    if (takenOverSince(model, takeovers)) {
      Conditional.tag(exchange, tag, Conditional.REVALIDATE);
    } else {
      answered = Conditional.known(exchange, tag, Conditional.REVALIDATE);
    }
    if (!answered) {
      RawBsonDocument shown = ModelReplicas.with(model, takeovers);
      OpenedTexts words = opener.words(List.of(shown), Language.of(exchange.request()));
      exchange.bytes(200, "application/json", json(units.tree(), gate.today(), words, shown));
    }
  }

  /** Then the tag, which is the model's own version, doesn't tell whether the caller knows. */
  private static boolean takenOverSince(RawBsonDocument model, Takeovers takeovers) {
    Instant last = takeovers.last(model.getString("_id").getValue());
    return last != null && last.toEpochMilli() >= model.getDateTime("updatedAt").getValue();
  }

  private Optional<Parked> parked(String id) {
    return gate.hasWaiting(Views.MODELS)
        ? models.parked(gate.collection(Views.MODELS), id)
        : Optional.empty();
  }

  private static ProblemException waits(Parked parked) {
    return ProblemCode.WAITS_FOR_EVENT
        .retryAfter(WAITING)
        .with(Map.of("position", parked.position()))
        .exception();
  }

  private boolean isAt(String id, long version) {
    return models
        .version(gate.collection(Views.MODELS), id)
        .filter(found -> found >= version)
        .isPresent();
  }

  private void answerPast(Exchange exchange, Query query) throws IOException {
    gate.enter(exchange, List.of(Views.UNITS, Views.REPLICATIONS));
    String id = exchange.path("id");
    ModelState state =
        query
            .get(AT_VERSION)
            .map(version -> past.find(id, version))
            .orElseGet(() -> past.find(id, event -> isWithin(event, query)))
            .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
    Instant moment = query.get(AS_OF).orElse(state.updatedAt());
    RawBsonDocument model =
        ModelReplicas.with(ModelJson.document(state), replications.takeovers(Optional.of(moment)));
    OpenedTexts words = opener.words(List.of(model), Language.of(exchange.request()));
    // The past doesn't change, but for names that are erased from it.
    String caching =
        query.get(AT_VERSION).isPresent() && words.wanted() == 0
            ? Conditional.IMMUTABLE
            : Conditional.REVALIDATE;
    String tag =
        words.wanted() == 0
            ? EntityTag.of(state.version())
            : "\"" + state.version() + "." + words.found() + "\"";
    if (!Conditional.known(exchange, tag, caching)) {
      UnitTree tree = units.tree(Optional.of(moment));
      byte[] answer = json(tree, ViewGate.dayOf(moment), words, model);
      exchange.bytes(200, "application/json", answer);
    }
  }

  private static boolean isWithin(StoredEvent event, Query query) {
    return query.get(AS_OF).map(at -> !event.recorded().at().isAfter(at)).orElse(true);
  }

  private static byte[] json(
      UnitTree tree, LocalDate day, OpenedTexts words, RawBsonDocument model) {
    return new ModelJson(code -> tree.nameOn(code, day), words).whole(model);
  }
}
