package vn.danvankheo.query.views.overview;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.events.vocabulary.TermStatus;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.views.models.ModelSource;

/** Groups the terms of two years in the store. */
final class OverviewStore {
  private static final BsonDocument KEY =
      new BsonDocument("year", new BsonString("$_terms.year"))
          .append("status", new BsonString("$_terms.status"))
          .append("field", new BsonString("$field"))
          .append("kind", new BsonString("$subjectKind"))
          .append("unitCode", new BsonString("$unitCode"))
          .append("levels", new BsonString("$_terms.levels"))
          .append("forms", new BsonString("$_terms.forms"))
          .append("exemplars", new BsonString("$_terms.exemplars"))
          .append("late", new BsonString("$_terms.late"))
          .append("changed", new BsonString("$_terms.changedAfterReport"))
          .append("replicas", new BsonString("$_counts.replicas"));

  private final ViewDatabase database;

  OverviewStore(ViewDatabase database) {
    this.database = database;
  }

  /**
   * Groups the terms of a year and the one before.
   *
   * @param source where models are taken from
   * @param units only of these units; empty for all
   * @param takenOver models that others took over, besides those whose own events tell it
   */
  List<TermGroup> groups(
      ModelSource source,
      int year,
      Optional<? extends Collection<String>> units,
      Set<String> takenOver) {
    BsonArray years = new BsonArray(List.of(new BsonInt32(year - 1), new BsonInt32(year)));
    BsonDocument ofYears = new BsonDocument("_terms.year", new BsonDocument("$in", years));
    BsonArray tags =
        new BsonArray(
            List.of(
                new BsonString(Integer.toString(year - 1)),
                new BsonString(Integer.toString(year))));
    BsonDocument wanted = new BsonDocument("_tags", new BsonDocument("$in", tags));
    units.ifPresent(codes -> wanted.put("unitCode", new BsonDocument("$in", texts(codes))));
    if (source.past()) {
      return pastGroups(source, wanted, years, takenOver);
    }
    List<TermGroup> groups = new ArrayList<>(grouped(source, wanted, ofYears));
    if (!takenOver.isEmpty()) {
      wanted.put("_id", new BsonDocument("$in", texts(takenOver)));
      for (TermGroup group : grouped(source, wanted, ofYears)) {
        groups.add(group.with(true, group.count()));
        groups.add(group.with(group.replicated(), -group.count()));
      }
    }
    return groups;
  }

  private List<TermGroup> grouped(ModelSource source, BsonDocument wanted, BsonDocument ofYears) {
    List<Bson> pipeline =
        List.of(
            Aggregates.match(wanted),
            Aggregates.unwind("$_terms"),
            Aggregates.match(ofYears),
            Aggregates.group(KEY, Accumulators.sum("count", 1)));
    List<TermGroup> groups = new ArrayList<>();
    for (RawBsonDocument group : database.collection(source.collection()).aggregate(pipeline)) {
      groups.add(group(group.getDocument("_id"), group.getNumber("count").intValue()));
    }
    return groups;
  }

  /** What is counted of a past version is packed, so the store can't group it. */
  private List<TermGroup> pastGroups(
      ModelSource source, BsonDocument wanted, BsonArray years, Set<String> takenOver) {
    List<TermGroup> groups = new ArrayList<>();
    for (RawBsonDocument found :
        database
            .collection(source.collection())
            .find(source.only(wanted))
            .projection(source.listFields(List.of()))) {
      RawBsonDocument model = source.shown(found);
      for (BsonValue term : model.getArray("_terms")) {
        if (years.contains(term.asDocument().get("year"))) {
          TermGroup own = group(key(model, term.asDocument()), 1);
          boolean replicated = takenOver.contains(model.getString("_id").getValue());
          groups.add(own.with(own.replicated() || replicated, 1));
        }
      }
    }
    return groups;
  }

  private static BsonDocument key(BsonDocument model, BsonDocument term) {
    BsonDocument key = new BsonDocument();
    KEY.forEach((name, path) -> key.put(name, value(path.asString().getValue(), model, term)));
    return key;
  }

  private static BsonValue value(String path, BsonDocument model, BsonDocument term) {
    if (path.startsWith("$_terms.")) {
      return term.get(path.substring("$_terms.".length()));
    }
    return path.startsWith("$_counts.")
        ? model.getDocument("_counts").get(path.substring("$_counts.".length()))
        : model.get(path.substring(1));
  }

  private static TermGroup group(BsonDocument key, int count) {
    return new TermGroup(
        key.getNumber("year").intValue(),
        TermStatus.valueOf(key.getString("status").getValue()),
        key.getString("field").getValue(),
        SubjectKind.valueOf(key.getString("kind").getValue()),
        key.getString("unitCode").getValue(),
        texts(key.getArray("levels")),
        texts(key.getArray("forms")),
        key.getNumber("exemplars").intValue() > 0,
        key.getBoolean("late").getValue(),
        key.getBoolean("changed").getValue(),
        key.getNumber("replicas").intValue() > 0,
        count);
  }

  private static BsonArray texts(Collection<String> texts) {
    return new BsonArray(texts.stream().map(BsonString::new).toList());
  }

  private static List<String> texts(BsonArray array) {
    return array.stream().map(value -> value.asString().getValue()).toList();
  }
}
