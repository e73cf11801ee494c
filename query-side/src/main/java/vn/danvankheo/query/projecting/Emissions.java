package vn.danvankheo.query.projecting;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import vn.danvankheo.query.mongo.ViewDatabase;

/** Emitted documents until they are written, with what later events set in them. */
final class Emissions {
  private final Map<String, Map<String, BsonDocument>> parts = new LinkedHashMap<>();

  void add(Emission emission, long position) {
    Map<String, BsonDocument> part =
        parts.computeIfAbsent(emission.part(), name -> new LinkedHashMap<>());
    String id = emission.document().getString("_id").getValue();
    BsonDocument document = part.get(id);
    if (document == null) {
      Supplier<BsonDocument> whole = emission.whole();
      document = whole == null ? emission.document() : whole.get();
      part.put(id, document);
    } else {
      document.putAll(emission.document());
    }
    document.put(ViewDatabase.POSITION, new BsonInt64(position));
  }

  /** Takes out, by part, what events before a position gave. */
  Map<String, List<BsonDocument>> take(long position) {
    Map<String, List<BsonDocument>> taken = new LinkedHashMap<>();
    parts.forEach((part, documents) -> taken.put(part, taken(documents, position)));
    return taken;
  }

  private static List<BsonDocument> taken(Map<String, BsonDocument> documents, long position) {
    List<BsonDocument> taken = new ArrayList<>(documents.size());
    for (Iterator<BsonDocument> all = documents.values().iterator(); all.hasNext(); ) {
      BsonDocument document = all.next();
      if (ViewDatabase.position(document) < position) {
        taken.add(document);
        all.remove();
      }
    }
    return taken;
  }
}
