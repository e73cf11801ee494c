package vn.danvankheo.query.views.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.text.TitleTrigrams;
import vn.danvankheo.events.vocabulary.TermStatus;
import vn.danvankheo.query.mongo.ViewDatabase;

/**
 * Models whose titles are like one, found by {@link TitleTrigrams#marks} that documents carry. What
 * was withdrawn holds no title.
 */
final class SimilarStore {
  /** The field with the marks. */
  static final String ALIKE = "_alike";

  /** However many communes call a model the same, no more are compared. */
  private static final int MOST = 5_000;

  private static final BsonDocument FIELDS = new BsonDocument();

  static {
    Stream.of("code", "title", "unitCode", "status", "replicatedFrom", "_year")
        .forEach(field -> FIELDS.put(field, ModelStore.TAKEN));
  }

  private final ViewDatabase database;

  SimilarStore(ViewDatabase database) {
    this.database = database;
  }

  /**
   * A model with a similar title.
   *
   * @param model what an answer needs of its document
   * @param similarity from {@link TitleTrigrams#ALIKE} to 1
   */
  record Similar(RawBsonDocument model, double similarity) {
    String text(String field) {
      return model.getString(field).getValue();
    }

    int year() {
      return model.getInt32("_year").getValue();
    }
  }

  static BsonArray marks(TitleTrigrams title) {
    return new BsonArray(Arrays.stream(title.marks()).<BsonValue>mapToObj(BsonInt32::new).toList());
  }

  /**
   * Looks for similar titles.
   *
   * @param collection the view's collection
   * @param title the title
   * @param self the model that has it, which is left out with what it was taken over from or to;
   *     null when there is none yet
   * @return the most similar first, of equal ones the latest year
   */
  List<Similar> find(String collection, String title, @Nullable BsonDocument self) {
    TitleTrigrams wanted = TitleTrigrams.of(title);
    List<Similar> found = new ArrayList<>();
    for (RawBsonDocument model :
        database.collection(collection).find(filter(wanted)).projection(FIELDS).limit(MOST)) {
      double similarity = wanted.similarity(TitleTrigrams.of(model.getString("title").getValue()));
      if (similarity >= TitleTrigrams.ALIKE && counts(model, self)) {
        found.add(new Similar(model, similarity));
      }
    }
    found.sort(
        Comparator.comparingDouble(Similar::similarity)
            .thenComparingInt(Similar::year)
            .reversed()
            .thenComparing(similar -> similar.text("code")));
    return found;
  }

  /** What holds of nearly all models with such a title, and of few others. */
  static BsonDocument filter(TitleTrigrams title) {
    return new BsonDocument(ALIKE, new BsonDocument("$in", marks(title)));
  }

  private static boolean counts(BsonDocument model, @Nullable BsonDocument self) {
    return !TermStatus.WITHDRAWN.name().equals(model.getString("status").getValue())
        && (self == null || !origin(model).equals(origin(self)));
  }

  /** The model that was taken over, or the model itself. */
  private static BsonValue origin(BsonDocument model) {
    BsonValue source = model.get("replicatedFrom");
    return source instanceof BsonDocument from ? from.get("id") : model.get("_id");
  }
}
