package vn.danvankheo.query.views.models;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import vn.danvankheo.query.mongo.Keyset;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.views.plans.PlanBook;
import vn.danvankheo.query.views.units.UnitParameter;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.query.views.units.UnitTree;
import vn.danvankheo.web.query.Query;

/**
 * A request for a list of models, made into what the store understands.
 *
 * @param filter which models
 * @param order in which order
 */
record ModelQuery(BsonDocument filter, Keyset order) {

  static ModelQuery of(
      Query query,
      UnitStore units,
      UnitTree tree,
      PlanBook plans,
      LocalDate day,
      Function<String, List<String>> named) {
    ModelFilter filter =
        new ModelFilter(ModelParameters.year(query))
            .status(query.get(ModelParameters.STATUS))
            .tag(query.get(ModelParameters.LEVEL).map(level -> TermTags.level(level.name())))
            .tag(TermTags.LATE, query.get(ModelParameters.LATE))
            .tag(TermTags.CHANGED_AFTER_REPORT, query.get(ModelParameters.CHANGED_AFTER_REPORT))
            .tag(TermTags.EXEMPLAR, query.get(ModelParameters.EXEMPLAR))
            .tag(TermTags.COMMENDED, query.get(ModelParameters.COMMENDED))
            .is("field", query.get(ModelParameters.FIELD).map(Enum::name))
            .is("nationalField", query.get(ModelParameters.NATIONAL_FIELD).map(Enum::name))
            .is("subjectKind", query.get(ModelParameters.SUBJECT_KIND).map(Enum::name))
            .is("replicatedFrom.id", query.get(ModelParameters.REPLICATED_FROM));
    UnitParameter.under(query, units, tree, day).ifPresent(filter::ofUnits);
    query
        .get(ModelParameters.WORDS)
        .ifPresent(
            words -> {
              boolean past = query.get(ViewGate.AS_OF).isPresent();
              filter.words(words, tree, named.apply(words), past);
            });
    query
        .get(ModelParameters.OVERDUE)
        .ifPresent(
            yes -> {
              BsonDocument late = new LateModels(plans, tree, day).filter();
              filter.and(yes ? late : new BsonDocument("$nor", late.getArray("$or")));
            });
    BsonDocument built = filter.build();
    List<String> order = ModelParameters.order(query);
    return new ModelQuery(built, new Keyset(order, fingerprint(query)));
  }

  /** A cursor stays good when units or plans change; only the caller's own words count. */
  private static String fingerprint(Query query) {
    return ModelParameters.LIST.parameters().stream()
        .filter(p -> !Set.of("cursor", "limit", "sort", "minPosition").contains(p.name()))
        .map(p -> p.name() + "=" + query.all(p))
        .collect(Collectors.joining("&"));
  }
}
