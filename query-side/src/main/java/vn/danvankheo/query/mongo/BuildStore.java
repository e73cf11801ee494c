package vn.danvankheo.query.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * The marks of builds, kept beside what they build: what a mark says is there was written before
 * it. Only the leader of the term that took a build up last can move its mark.
 */
public final class BuildStore {
  private static final String COLLECTION = "builds";
  private static final String TERM = "term";

  private final MongoCollection<BsonDocument> builds;
  private final RecordCodec<BuildMark> codec = new RecordCodec<>(BuildMark.class);

  /**
   * Keeps marks in the views' database.
   *
   * @param database the views' database
   */
  public BuildStore(ViewDatabase database) {
    this.builds = database.documents(COLLECTION);
  }

  /**
   * Takes a build up, for the first time or where another left it.
   *
   * @param mark how far it is
   * @param term the leader's
   */
  public void take(BuildMark mark, long term) {
    builds.replaceOne(
        eq("_id", mark.id()), document(mark, term), new ReplaceOptions().upsert(true));
  }

  /**
   * Moves the mark of a build that was taken up.
   *
   * @param mark how far it is
   * @param term the leader's
   * @return false when another leader has taken it up since, or it was removed
   */
  public boolean save(BuildMark mark, long term) {
    return builds
            .replaceOne(and(eq("_id", mark.id()), eq(TERM, term)), document(mark, term))
            .getMatchedCount()
        == 1;
  }

  private BsonDocument document(BuildMark mark, long term) {
    BsonDocument document = new BsonDocument("_id", new BsonString(mark.id()));
    document.putAll(codec.encode(mark));
    document.put(TERM, new BsonInt64(term));
    return document;
  }

  /**
   * Looks how far a build is.
   *
   * @param id the build's
   * @return empty when there is none
   */
  public Optional<BuildMark> find(String id) {
    @Nullable BsonDocument found = builds.find(eq("_id", id)).first();
    return Optional.ofNullable(found).map(codec::decode);
  }

  /**
   * All builds that are under way.
   *
   * @return their marks
   */
  public List<BuildMark> all() {
    List<BuildMark> all = new ArrayList<>();
    builds.find().map(codec::decode).into(all);
    return all;
  }

  /**
   * Forgets a build; its generations are in use, or left to be dropped.
   *
   * @param id the build's
   */
  public void remove(String id) {
    builds.deleteOne(eq("_id", id));
  }
}
