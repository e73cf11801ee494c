package vn.danvankheo.query.audit.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.state.Takeover;
import vn.danvankheo.query.history.domain.Change;
import vn.danvankheo.query.history.domain.Differences;
import vn.danvankheo.query.history.domain.Personal;
import vn.danvankheo.query.history.domain.Recalled;
import vn.danvankheo.query.mongo.PackedDocument;
import vn.danvankheo.query.mongo.SearchWords;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.mongo.ViewIndex;
import vn.danvankheo.query.projecting.Emission;
import vn.danvankheo.query.projecting.Emitter;

/**
 * An event in the audit. Personal values stay marked as they are stored, and are in no word or key.
 *
 * @param event the event, kept as it is stored, so that an entry outlives its event's revision
 * @param changes what it changed, value by value
 * @param recalled what its sentence says of the time before it; null when nothing
 */
public record AuditEntry(StoredEvent event, List<Change> changes, @Nullable String recalled) {
  /** The further collection of every view that keeps entries. */
  public static final String PART = "audit";

  private static final String AGGREGATE = "aggregateId";
  private static final String NEWEST_FIRST = "-" + ViewDatabase.POSITION;

  /** Every view of aggregates gives its events to the audit by this. */
  public static final Emitter EMITTER =
      new Emitter(
          PART,
          List.of(
              ViewIndex.on(NEWEST_FIRST),
              ViewIndex.on("actor", NEWEST_FIRST),
              ViewIndex.on("unit", NEWEST_FIRST),
              ViewIndex.on("type", NEWEST_FIRST),
              ViewIndex.on(AGGREGATE, NEWEST_FIRST),
              ViewIndex.on("recordedAt", NEWEST_FIRST),
              ViewIndex.on("requestId", NEWEST_FIRST),
              ViewIndex.on("_numbers", NEWEST_FIRST),
              ViewIndex.on("_paths", NEWEST_FIRST),
              ViewIndex.on("_values", NEWEST_FIRST),
              ViewIndex.on("_words", NEWEST_FIRST)),
          AuditEntry::emit);

  private static final String EVENT = "_event";
  private static final String RECALLED = "recalled";
  private static final int LONGEST_SEARCHED = 300;

  private static Emission emit(@Nullable Record before, Record after, StoredEvent event) {
    return new Emission(PART, document(before, after, event));
  }

  private static BsonDocument document(@Nullable Record before, Record after, StoredEvent event) {
    List<Change> changes = Differences.between(before, after);
    EventMetadata metadata = event.metadata();
    Actor actor = metadata.actor();
    JsonNode payload = EventJson.stored().valueToTree(event.recorded().event());
    boolean first = before == null;
    List<Found> found = changes.stream().map(change -> Found.by(change, first)).toList();
    BsonDocument document = new BsonDocument("_id", new BsonString(event.eventId()));
    document.put("type", new BsonString(event.type()));
    document.put(AGGREGATE, aggregate(event.recorded().aggregateId(), after));
    document.put("actor", new BsonString(actor.userName()));
    put(document, "unit", actor.unitCode());
    put(document, "requestId", metadata.requestId());
    document.put("recordedAt", new BsonDateTime(event.recorded().at().toEpochMilli()));
    document.put("_numbers", texts(numbers(payload)));
    document.put("_paths", texts(paths(found)));
    document.put("_values", values(found));
    document.put("_words", texts(words(metadata, payload, found)));
    BsonDocument packed = packed(event, changes);
    Recalled.of(event.recorded().event(), before)
        .ifPresent(words -> packed.put(RECALLED, new BsonString(words)));
    document.put(EVENT, PackedDocument.pack(packed));
    return document;
  }

  /** A takeover is found by its source too; its own stream stands first. */
  private static BsonValue aggregate(String id, Record after) {
    return after instanceof Takeover taken
        ? texts(List.of(id, taken.sourceId()))
        : new BsonString(id);
  }

  private static String own(BsonValue aggregate) {
    return (aggregate.isArray() ? aggregate.asArray().get(0) : aggregate).asString().getValue();
  }

  private static BsonDocument packed(StoredEvent event, List<Change> changes) {
    return new BsonDocument("aggregateType", new BsonString(event.aggregateType()))
        .append("version", new BsonInt64(event.recorded().version()))
        .append("revision", new BsonInt32(event.revision()))
        .append("metadata", json(event.metadata()))
        .append("payload", new BsonString(event.payload()))
        .append("changes", json(changes));
  }

  private static BsonString json(Object value) {
    return new BsonString(EventJson.stored().writeValueAsString(value));
  }

  /**
   * Reads an entry.
   *
   * @param document as it came from the store
   * @return the event and its changes
   */
  public static AuditEntry of(RawBsonDocument document) {
    RawBsonDocument packed = PackedDocument.unpack(document.getBinary(EVENT));
    String type = document.getString("type").getValue();
    int revision = packed.getInt32("revision").getValue();
    String payload = text(packed, "payload");
    DomainEvent lifted = EventJson.read(type, revision, payload.getBytes(StandardCharsets.UTF_8));
    StoredEvent event =
        new StoredEvent(
            ViewDatabase.position(document),
            document.getString("_id").getValue(),
            text(packed, "aggregateType"),
            type,
            revision,
            payload,
            EventJson.stored().readValue(text(packed, "metadata"), EventMetadata.class),
            new Recorded<>(
                own(document.get(AGGREGATE)),
                packed.getInt64("version").getValue(),
                Instant.ofEpochMilli(document.getDateTime("recordedAt").getValue()),
                lifted));
    Change[] changes = EventJson.stored().readValue(text(packed, "changes"), Change[].class);
    String recalled = packed.containsKey(RECALLED) ? text(packed, RECALLED) : null;
    return new AuditEntry(event, List.of(changes), recalled);
  }

  private static String text(BsonDocument document, String field) {
    return document.getString(field).getValue();
  }

  /** What a change is found by: where it is, but for a first event, and the scalars within. */
  private record Found(Set<String> paths, List<String> texts) {
    static Found by(Change change, boolean first) {
      List<String> texts = new ArrayList<>();
      addTexts(change.before(), texts);
      addTexts(change.after(), texts);
      return new Found(first ? Set.of() : AuditKeys.paths(change.path()), texts);
    }
  }

  private static Set<String> paths(List<Found> found) {
    Set<String> paths = new LinkedHashSet<>();
    found.forEach(change -> paths.addAll(change.paths()));
    return paths;
  }

  /** A value by itself, and where a field of something changed, with the field. */
  private static BsonArray values(List<Found> found) {
    Set<Long> keys = new LinkedHashSet<>();
    for (Found change : found) {
      change.texts().forEach(value -> AuditKeys.addTo(keys, value, change.paths()));
    }
    return new BsonArray(keys.stream().map(BsonInt64::new).toList());
  }

  /** Most of what changed is in the event, too, so each text is taken apart once. */
  private static Set<String> words(EventMetadata metadata, JsonNode payload, List<Found> found) {
    Set<String> texts = new LinkedHashSet<>();
    addIf(texts, metadata.reason());
    addIf(texts, metadata.basis());
    addTexts(payload, texts);
    found.forEach(change -> texts.addAll(change.texts()));
    Set<String> words = new LinkedHashSet<>();
    texts.forEach(text -> words.addAll(SearchWords.of(text)));
    return words;
  }

  private static void addIf(Collection<String> texts, @Nullable String text) {
    if (text != null) {
      texts.add(text);
    }
  }

  /** Scalars within a value; neither personal ones nor the long texts of forms. */
  private static void addTexts(@Nullable JsonNode value, Collection<String> texts) {
    if (value == null || value.isNull() || Personal.isMarked(value)) {
      return;
    }
    if (value.isContainer()) {
      value.forEach(item -> addTexts(item, texts));
    } else {
      String text = AuditKeys.text(value);
      if (text.length() <= LONGEST_SEARCHED) {
        texts.add(text);
      }
    }
  }

  /** The numbers of decisions, legal bases, minutes and plans, wherever an event has them. */
  private static Set<String> numbers(JsonNode payload) {
    Set<String> numbers = new LinkedHashSet<>();
    addNumbers(payload, numbers);
    return numbers;
  }

  private static void addNumbers(JsonNode node, Set<String> numbers) {
    for (var field : node.properties()) {
      JsonNode value = field.getValue();
      boolean number = field.getKey().equals("number") || field.getKey().equals("minutesNumber");
      if (number && value.isString()) {
        numbers.add(AuditKeys.number(value.asString()));
      } else if (field.getKey().equals("basis") && value.path("code").isString()) {
        numbers.add(AuditKeys.number(value.get("code").asString()));
      } else if (value.isObject()) {
        addNumbers(value, numbers);
      }
    }
  }

  private static void put(BsonDocument document, String field, @Nullable String value) {
    if (value != null) {
      document.put(field, new BsonString(value));
    }
  }

  private static BsonArray texts(Collection<String> texts) {
    List<BsonValue> values = new ArrayList<>();
    texts.forEach(text -> values.add(new BsonString(text)));
    return new BsonArray(values);
  }
}
