package vn.danvankheo.query.mongo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.fold.RecordShape;
import vn.danvankheo.events.vocabulary.PersonalText;

/**
 * States as the documents that {@link RecordCodec} makes of them, for one that is rendered again
 * after each of its events: what an event left alone is the very same record afterwards, and its
 * document is the very same, too. Remembers the last state of each thread.
 */
public final class RecordRendering {
  private final ThreadLocal<Map<Object, BsonValue>> last =
      ThreadLocal.withInitial(IdentityHashMap::new);

  /** Remembers nothing yet. */
  public RecordRendering() {}

  /**
   * Turns a state into a document.
   *
   * @param state of public records, all the way down
   * @return a new document, with values that may be part of others, and are not to be changed
   */
  public BsonDocument of(Record state) {
    Once once = new Once(last.get());
    last.set(once.now);
    return once.document(state);
  }

  /** One state beside the one before. */
  private static final class Once {
    private final Map<Object, BsonValue> before;
    private final Map<Object, BsonValue> now = new IdentityHashMap<>();

    Once(Map<Object, BsonValue> before) {
      this.before = before;
    }

    BsonDocument document(Record record) {
      BsonDocument document = new BsonDocument();
      RecordShape shape = RecordShape.of(record);
      for (int i = 0; i < shape.names().size(); i++) {
        Object value = shape.value(i, record);
        if (value != null) {
          document.put(shape.names().get(i), value(value));
        }
      }
      return document;
    }

    private BsonValue value(@Nullable Object value) {
      if (value instanceof String text) {
        return new BsonString(text);
      }
      if (value instanceof Enum<?> constant) {
        return new BsonString(constant.name());
      }
      if (value instanceof List<?> || value instanceof Record) {
        BsonValue same = before.get(value);
        BsonValue rendered = same == null ? anew(value) : same;
        now.put(value, rendered);
        return rendered;
      }
      if (value instanceof Integer number) {
        return new BsonInt32(number);
      }
      if (value instanceof Boolean truth) {
        return BsonBoolean.valueOf(truth);
      }
      if (value instanceof LocalDate day) {
        return new BsonString(day.toString());
      }
      return value == null ? BsonNull.VALUE : RecordCodec.value(value);
    }

    private BsonValue anew(Object value) {
      if (value instanceof List<?> list) {
        List<BsonValue> items = new ArrayList<>(list.size());
        list.forEach(item -> items.add(value(item)));
        return new BsonArray(items);
      }
      return value instanceof PersonalText ? RecordCodec.value(value) : document((Record) value);
    }
  }
}
