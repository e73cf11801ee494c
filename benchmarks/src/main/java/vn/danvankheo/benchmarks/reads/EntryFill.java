package vn.danvankheo.benchmarks.reads;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.benchmarks.generator.GeneratedEvent;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.mongo.GuardedWrites;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.views.models.ModelsProjection;

/**
 * Puts entries of the audit into a view as its projection gives them, without the rest of the view:
 * building all of it for a million events takes many times as long as measuring.
 */
final class EntryFill {
  private static final int BATCH = 500;

  /** Far more than are under way at a time. */
  private static final int REMEMBERED = 8_000;

  private final ViewDatabase database;
  private final String collection;
  private final ModelsProjection projection = new ModelsProjection();
  private final Map<String, ModelState> states =
      new LinkedHashMap<>(REMEMBERED, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ModelState> eldest) {
          return size() > REMEMBERED;
        }
      };

  EntryFill(ViewDatabase database, String collection) {
    this.database = database;
    this.collection = collection;
  }

  /** The first events are only folded, since the view has them; positions go on far behind them. */
  void fill(Iterator<GeneratedEvent> events, int built, int total) {
    List<BsonDocument> batch = new ArrayList<>();
    for (int i = 0; events.hasNext(); i++) {
      GeneratedEvent event = events.next();
      if (event.aggregateType().equals("model")) {
        BsonDocument entry = entry(event.row(total + i).event());
        if (i >= built) {
          batch.add(entry);
        }
      }
      if (batch.size() == BATCH || !events.hasNext()) {
        new GuardedWrites(database).insert(collection, batch);
        batch = new ArrayList<>();
      }
    }
  }

  private BsonDocument entry(StoredEvent event) {
    @Nullable ModelState before = states.get(event.recorded().aggregateId());
    ModelState after = projection.fold(before, event);
    states.put(event.recorded().aggregateId(), after);
    BsonDocument entry = AuditEntry.EMITTER.emission().of(before, after, event).document();
    entry.put(ViewDatabase.POSITION, new BsonInt64(event.position()));
    return entry;
  }
}
