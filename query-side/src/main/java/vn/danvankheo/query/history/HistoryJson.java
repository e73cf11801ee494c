package vn.danvankheo.query.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.history.domain.Change;
import vn.danvankheo.query.history.domain.ChangeWords;
import vn.danvankheo.query.history.domain.Occurrence;
import vn.danvankheo.query.history.domain.Personal;
import vn.danvankheo.query.history.domain.Sentences;
import vn.danvankheo.query.history.domain.Shapes;
import vn.danvankheo.query.history.domain.Wording;
import vn.danvankheo.query.personal.OpenedTexts;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.views.accounts.AccountStore;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.web.problem.Language;

/**
 * Events and changes as they are answered, with the names that units had when it was recorded. Made
 * for one request.
 */
public final class HistoryJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Language language;
  private final UnitStore units;
  private final AccountStore accounts;
  private final PersonalOpener opener;
  private final Map<String, JsonNode> actors = new HashMap<>();
  private int wanted;
  private int found;

  /**
   * Writes in one language.
   *
   * @param language the caller's
   * @param units the units with all their names
   * @param accounts who the acting persons are
   * @param opener opens names
   */
  public HistoryJson(
      Language language, UnitStore units, AccountStore accounts, PersonalOpener opener) {
    this.opener = opener;
    this.language = language;
    this.units = units;
    this.accounts = accounts;
  }

  /**
   * A page of a history. All that is sealed in it is opened together, with the names of who did it.
   *
   * @param entries events with what they changed
   * @return an item for each, in their order
   */
  public ArrayNode items(List<AuditEntry> entries) {
    Map<String, JsonNode> names = newNames(entries);
    Stream<JsonNode> changed = entries.stream().flatMap(entry -> values(entry.changes()));
    OpenedTexts opened = open(Stream.concat(changed, names.values().stream()));
    names.forEach((user, name) -> actors.put(user, Personal.shown(name, opened)));
    ArrayNode items = NODES.arrayNode();
    entries.forEach(entry -> items.add(item(entry, opened)));
    return items;
  }

  private ObjectNode item(AuditEntry entry, OpenedTexts opened) {
    StoredEvent event = entry.event();
    EventMetadata metadata = event.metadata();
    ObjectNode item = NODES.objectNode();
    item.put("eventId", event.eventId());
    item.put("position", event.position());
    item.put("aggregateId", event.recorded().aggregateId());
    item.put("version", event.recorded().version());
    item.put("type", event.type());
    item.put("typeLabel", Labels.of("Event", event.type(), language));
    item.put("revision", event.revision());
    item.put("summary", new Sentences(wording(event)).recalling(event, entry.recalled()));
    item.set("actor", actor(event));
    item.set("occurredAt", Shapes.value(Occurrence.at(event.recorded())));
    item.set(
        "occurredOn",
        Shapes.value(
            Occurrence.day(event.recorded().event())
                .orElseGet(() -> ViewGate.dayOf(event.recorded().at()))));
    item.set("recordedAt", Shapes.value(event.recorded().at()));
    item.put("reason", metadata.reason());
    item.put("basis", metadata.basis());
    item.put("requestId", metadata.requestId());
    item.put("command", metadata.command());
    item.set("changes", changes(event, entry.changes(), opened));
    return item;
  }

  /**
   * Changes, with the names that units had when an event was recorded.
   *
   * @param event the event
   * @param changes as stored
   * @return a tree of its own
   */
  public ArrayNode changes(StoredEvent event, List<Change> changes) {
    return changes(event, changes, open(values(changes)));
  }

  private ArrayNode changes(StoredEvent event, List<Change> changes, OpenedTexts opened) {
    ChangeWords words = new ChangeWords(wording(event));
    ArrayNode list = NODES.arrayNode();
    for (Change change : changes) {
      ObjectNode item = list.addObject();
      item.put("path", change.path());
      item.put("label", words.label(event.aggregateType(), change.path()));
      value(item, "old", change.path(), shown(change.before(), opened), words);
      value(item, "new", change.path(), shown(change.after(), opened), words);
    }
    return list;
  }

  private static void value(
      ObjectNode item, String name, String path, @Nullable JsonNode shown, ChangeWords words) {
    item.set(name, shown == null ? NODES.nullNode() : shown);
    item.put(name + "Text", words.text(path, shown));
  }

  private static @Nullable JsonNode shown(@Nullable JsonNode stored, OpenedTexts opened) {
    return stored == null ? null : Personal.shown(stored, opened);
  }

  private static Stream<JsonNode> values(List<Change> changes) {
    return changes.stream()
        .flatMap(change -> Stream.of(change.before(), change.after()))
        .filter(Objects::nonNull);
  }

  private OpenedTexts open(Stream<JsonNode> stored) {
    Set<String> keys = new HashSet<>();
    stored.forEach(value -> Personal.collectKeys(value, keys));
    OpenedTexts opened = opener.wordsBy(keys, language);
    wanted += opened.wanted();
    found += opened.found();
    return opened;
  }

  /**
   * Whether anything was opened for this answer, so that it may read otherwise once it is erased.
   *
   * @return true when there was a sealed text in it
   */
  public boolean hasOpened() {
    return wanted > 0;
  }

  /**
   * What has to be part of the answer's tag.
   *
   * @return another text once something of it was erased
   */
  public String state() {
    return wanted == 0 ? "" : "," + found;
  }

  /** Looked up once for an answer, whatever they did in it. */
  private Map<String, JsonNode> newNames(List<AuditEntry> entries) {
    Map<String, JsonNode> names = new HashMap<>();
    for (AuditEntry entry : entries) {
      String user = entry.event().metadata().actor().userName();
      if (!actors.containsKey(user)) {
        names.computeIfAbsent(user, this::name);
      }
    }
    return names;
  }

  private JsonNode name(String user) {
    return accounts
        .find(user)
        .map(account -> Shapes.value(account.displayName()))
        .orElseGet(NODES::nullNode);
  }

  private ObjectNode actor(StoredEvent event) {
    Actor actor = event.metadata().actor();
    ObjectNode shown = NODES.objectNode();
    shown.put("userName", actor.userName());
    shown.set("displayName", actors.get(actor.userName()));
    shown.put("position", actor.position());
    shown.put("unitCode", actor.unitCode());
    shown.put("unitName", actor.unitCode() == null ? null : unitName(event, actor.unitCode()));
    shown.put("role", actor.role() == null ? null : actor.role().name());
    return shown;
  }

  private Wording wording(StoredEvent event) {
    return new Wording(key -> Labels.of(key, language), code -> unitName(event, code));
  }

  private @Nullable String unitName(StoredEvent event, String code) {
    Instant at = event.recorded().at();
    return units.nameOn(code, at, ViewGate.dayOf(at));
  }

  /**
   * What an item is answered as.
   *
   * @return a JSON Schema
   */
  public static ObjectNode schema() {
    ObjectNode schema = RecordSchema.type("object");
    ObjectNode properties = schema.putObject("properties");
    for (String name :
        List.of("eventId", "aggregateId", "type", "typeLabel", "summary", "command")) {
      properties.set(name, RecordSchema.type("string"));
    }
    for (String name : List.of("position", "version", "revision")) {
      properties.set(name, RecordSchema.type("integer"));
    }
    for (String name : List.of("occurredAt", "recordedAt")) {
      properties.set(name, RecordSchema.type("string").put("format", "date-time"));
    }
    properties.set("occurredOn", RecordSchema.type("string").put("format", "date"));
    for (String name : List.of("reason", "basis", "requestId")) {
      properties.putObject(name).putArray("type").add("string").add("null");
    }
    ObjectNode actor = RecordSchema.type("object");
    ObjectNode about = actor.putObject("properties");
    about.set("userName", RecordSchema.type("string"));
    for (String name : List.of("displayName", "position", "unitCode", "unitName", "role")) {
      about.putObject(name).putArray("type").add("string").add("null");
    }
    properties.set("actor", actor);
    properties.set("changes", changesSchema());
    return schema;
  }

  /** What changes are answered as. */
  static ObjectNode changesSchema() {
    ObjectNode change = RecordSchema.type("object");
    ObjectNode properties = change.putObject("properties");
    properties.set("path", RecordSchema.type("string"));
    properties.set("label", RecordSchema.type("string"));
    properties.putObject("old");
    properties.putObject("new");
    properties.putObject("oldText").putArray("type").add("string").add("null");
    properties.putObject("newText").putArray("type").add("string").add("null");
    return RecordSchema.listOf(change);
  }
}
