package vn.danvankheo.query.views.overview;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.events.vocabulary.TermStatus;
import vn.danvankheo.query.mongo.ViewDatabase;

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
          .append("replicas", new BsonString("$_counts.replicas"));

  private final ViewDatabase database;

  OverviewStore(ViewDatabase database) {
    this.database = database;
  }

  /**
   * Groups the terms of a year and the one before.
   *
   * @param units only of these units; empty for all
   */
  List<TermGroup> groups(
      String collection, int year, Optional<? extends Collection<String>> units) {
    BsonArray years = new BsonArray(List.of(new BsonInt32(year - 1), new BsonInt32(year)));
    BsonDocument ofYears = new BsonDocument("_terms.year", new BsonDocument("$in", years));
    BsonArray tags =
        new BsonArray(
            List.of(
                new BsonString(Integer.toString(year - 1)),
                new BsonString(Integer.toString(year))));
    BsonDocument wanted = new BsonDocument("_tags", new BsonDocument("$in", tags));
    units.ifPresent(
        codes ->
            wanted.put(
                "unitCode",
                new BsonDocument(
                    "$in", new BsonArray(codes.stream().map(BsonString::new).toList()))));
    List<Bson> pipeline =
        List.of(
            Aggregates.match(wanted),
            Aggregates.unwind("$_terms"),
            Aggregates.match(ofYears),
            Aggregates.group(KEY, Accumulators.sum("count", 1)));
    List<TermGroup> groups = new ArrayList<>();
    for (RawBsonDocument group : database.collection(collection).aggregate(pipeline)) {
      groups.add(group(group.getDocument("_id"), group.getNumber("count").intValue()));
    }
    return groups;
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
        key.getNumber("replicas").intValue() > 0,
        count);
  }

  private static List<String> texts(BsonArray array) {
    return array.stream().map(value -> value.asString().getValue()).toList();
  }
}
