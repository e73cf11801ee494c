package vn.danvankheo.query.projecting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import vn.danvankheo.query.mongo.ViewDatabase;

/** Emitted documents until they are written; of two with one id the later stays. */
final class Emissions {
  private final Map<String, Map<String, Emission>> parts = new LinkedHashMap<>();
  private int size;

  void add(Emission emission, long position) {
    BsonDocument document = emission.document();
    document.put(ViewDatabase.POSITION, new BsonInt64(position));
    Map<String, Emission> part =
        parts.computeIfAbsent(emission.part(), name -> new LinkedHashMap<>());
    Emission before = part.put(document.getString("_id").getValue(), emission);
    if (before == null) {
      size++;
    } else if (before.first()) {
      part.put(document.getString("_id").getValue(), new Emission(emission.part(), true, document));
    }
  }

  int size() {
    return size;
  }

  /**
   * Writes and forgets them.
   *
   * @param collection the generation's own collection
   * @param build whether nobody else can have written any of them yet
   */
  void write(ViewDatabase database, String collection, boolean build) {
    parts.forEach(
        (part, emissions) -> {
          String name = ViewFolding.partOf(collection, part);
          List<BsonDocument> fresh = new ArrayList<>();
          List<BsonDocument> others = new ArrayList<>();
          emissions.values().forEach(e -> (build && e.first() ? fresh : others).add(e.document()));
          database.insert(name, fresh);
          database.write(name, others);
        });
    parts.clear();
    size = 0;
  }
}
