package vn.danvankheo.query.views.models;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.vocabulary.TermStatus;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
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
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;

/**
 * {@code GET /api/models/similar} before a model is registered and {@code /api/models/{id}/similar}
 * for one that is: who has such a title already, in whatever unit and year.
 */
public final class SimilarEndpoint implements Endpoint {
  private static final List<String> VIEWS = List.of(Views.MODELS, Views.UNITS);
  private static final Parameter<String> TITLE = Parameter.text("title", 300).required();

  private final ViewGate gate;
  private final ModelStore models;
  private final SimilarStore similar;
  private final UnitStore units;

  /**
   * A model with such a title.
   *
   * @param id its id
   * @param code its registration code
   * @param title its title
   * @param unitCode its unit
   * @param unitName that unit's name today; absent when the unit is unknown
   * @param year the latest year for which it is registered
   * @param status its status in that year
   * @param similarity 0.8 to 1, in steps of 0.01
   */
  record Item(
      String id,
      String code,
      String title,
      String unitCode,
      @Nullable String unitName,
      int year,
      TermStatus status,
      BigDecimal similarity) {}

  /**
   * What is answered.
   *
   * @param items the most similar first
   * @param total how many there are
   * @param warning what to tell who registers; absent when there are none
   */
  record Found(List<Item> items, int total, @Nullable String warning) {}

  /**
   * Serves similar titles from the view of models.
   *
   * @param gate lets requests to the views
   * @param models the models
   * @param database where they are
   * @param units the tree of units
   */
  public SimilarEndpoint(ViewGate gate, ModelStore models, ViewDatabase database, UnitStore units) {
    this.gate = gate;
    this.models = models;
    this.similar = new SimilarStore(database);
    this.units = units;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        operation("/api/models/similar", "findSimilarTitles", "Mô hình có tên trùng hoặc gần trùng")
            .query(QuerySpec.of(TITLE, QuerySpec.LIMIT, ViewGate.MIN_POSITION))
            .to(exchange -> answer(exchange, null)),
        operation(
                "/api/models/{id}/similar",
                "listSimilarModels",
                "Mô hình khác có tên trùng hoặc gần trùng")
            .query(QuerySpec.of(QuerySpec.LIMIT, ViewGate.MIN_POSITION))
            .to(exchange -> answer(exchange, exchange.path("id"))));
  }

  private static Operation.Builder operation(String path, String name, String summary) {
    return Operation.of("GET", path, name, summary)
        .right(Right.READ)
        .header(ViewGate.PREFER)
        .header(RequestHeader.IF_NONE_MATCH)
        .answer(
            Answer.json(
                200,
                "Giống nhất trước; warning là lời nhắc người đăng ký",
                RecordSchema.of(Found.class),
                "ETag",
                ViewGate.POSITION));
  }

  private void answer(Exchange exchange, @Nullable String id) throws IOException {
    gate.enter(exchange, VIEWS);
    Language language = Language.of(exchange.request());
    LocalDate day = gate.today();
    if (Conditional.known(
        exchange, gate.tag(VIEWS, day + "," + language), Conditional.REVALIDATE)) {
      return;
    }
    String collection = gate.collection(Views.MODELS);
    List<SimilarStore.Similar> found;
    if (id == null) {
      found = similar.find(collection, exchange.query().get(TITLE).orElseThrow(), null);
    } else {
      RawBsonDocument self =
          models
              .find(collection, id)
              .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
      found = similar.find(collection, self.getString("title").getValue(), self);
    }
    UnitTree tree = units.tree();
    List<Item> items =
        found.stream().limit(exchange.query().limit()).map(one -> item(one, tree, day)).toList();
    String warning =
        found.isEmpty() ? null : Labels.of("similar.warning", language).formatted(found.size());
    exchange.json(200, EventJson.shown(), new Found(items, found.size(), warning));
  }

  private static Item item(SimilarStore.Similar one, UnitTree tree, LocalDate day) {
    String unit = one.text("unitCode");
    return new Item(
        one.text("_id"),
        one.text("code"),
        one.text("title"),
        unit,
        tree.nameOn(unit, day),
        one.year(),
        TermStatus.valueOf(one.text("status")),
        BigDecimal.valueOf(one.similarity()).setScale(2, RoundingMode.DOWN));
  }
}
