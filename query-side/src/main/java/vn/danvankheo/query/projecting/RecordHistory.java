package vn.danvankheo.query.projecting;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.query.mongo.RecordCodec;

/**
 * All versions of the things of a small view, to see them as they were recorded at any moment.
 *
 * @param <S> the state of a thing
 */
public final class RecordHistory<S extends Record> {
  /** The further collection of a view that keeps its versions. */
  public static final String PART = "versions";

  private static final String OF = "_of";
  private static final String NO = "_no";
  private static final String FROM = "_from";

  private final List<Version<S>> versions;
  private final Map<String, List<Version<S>>> byId;

  private record Version<S>(String of, long no, Instant from, S state) {}

  /**
   * Reads a history.
   *
   * @param documents all of a view's {@link #PART}
   * @param codec reads the states
   */
  public RecordHistory(List<BsonDocument> documents, RecordCodec<S> codec) {
    this.versions =
        documents.stream()
            .map(
                document ->
                    new Version<>(
                        document.getString(OF).getValue(),
                        document.getInt64(NO).getValue(),
                        Instant.ofEpochMilli(document.getDateTime(FROM).getValue()),
                        codec.decode(document)))
            .sorted(Comparator.comparingLong(Version::no))
            .toList();
    this.byId = versions.stream().collect(Collectors.groupingBy(Version::of));
  }

  /** The version that begins with an event. */
  static Emission begun(String id, Recorded<?> event, BsonDocument state) {
    BsonDocument document =
        new BsonDocument("_id", new BsonString(id + "@" + event.version()))
            .append(OF, new BsonString(id))
            .append(NO, new BsonInt64(event.version()))
            .append(FROM, new BsonDateTime(event.at().toEpochMilli()));
    document.putAll(state);
    return new Emission(PART, document);
  }

  /**
   * One as it was recorded at a moment.
   *
   * @param id the document's id
   * @param moment the moment
   * @return its state; empty when it was not there yet
   */
  public Optional<S> at(String id, Instant moment) {
    return byId.getOrDefault(id, List.of()).stream()
        .filter(version -> !version.from.isAfter(moment))
        .reduce((earlier, later) -> later)
        .map(Version::state);
  }

  /**
   * Everything as it was recorded at a moment.
   *
   * @param moment the moment
   * @return the states, without what was not there yet
   */
  public Collection<S> at(Instant moment) {
    Map<String, S> last = new LinkedHashMap<>();
    for (Version<S> version : versions) {
      if (!version.from.isAfter(moment)) {
        last.put(version.of, version.state);
      }
    }
    return last.values();
  }
}
