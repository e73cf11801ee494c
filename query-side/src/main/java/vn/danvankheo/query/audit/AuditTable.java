package vn.danvankheo.query.audit;

import static vn.danvankheo.query.serving.ListFormat.column;
import static vn.danvankheo.web.table.TableColumn.Kind.INSTANT;
import static vn.danvankheo.web.table.TableColumn.Kind.NUMBER;
import static vn.danvankheo.web.table.TableColumn.Kind.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.table.TableColumn;

/** The audit as a table: an event a row, its changes told in one cell. */
final class AuditTable {
  private AuditTable() {}

  static List<TableColumn> columns(Language language) {
    return List.of(
        column("position", NUMBER, 10, language),
        column("recordedAt", INSTANT, 20, language),
        column("actor", TEXT, 18, language),
        column("actorPosition", TEXT, 24, language),
        column("actorUnit", TEXT, 16, language),
        column("event", TEXT, 30, language),
        column("eventType", TEXT, 22, language),
        column("aggregateId", TEXT, 38, language),
        column("version", NUMBER, 8, language),
        column("code", TEXT, 16, language),
        column("title", TEXT, 50, language),
        column("summary", TEXT, 80, language),
        column("reason", TEXT, 40, language),
        column("basis", TEXT, 40, language),
        column("changes", TEXT, 80, language),
        column("requestId", TEXT, 38, language),
        column("eventId", TEXT, 38, language));
  }

  static List<@Nullable Object> row(StoredEvent event, ObjectNode item) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(event.position());
    cells.add(event.recorded().at());
    cells.add(event.metadata().actor().userName());
    cells.add(event.metadata().actor().position());
    cells.add(event.metadata().actor().unitCode());
    cells.add(item.path("typeLabel").asString());
    cells.add(event.type());
    cells.add(event.recorded().aggregateId());
    cells.add(event.recorded().version());
    cells.add(ofModel(item, "code"));
    cells.add(ofModel(item, "title"));
    cells.add(item.path("summary").asString());
    cells.add(event.metadata().reason());
    cells.add(event.metadata().basis());
    cells.add(
        item.path("changes").valueStream().map(AuditTable::told).collect(Collectors.joining("; ")));
    cells.add(event.metadata().requestId());
    cells.add(event.eventId());
    return cells;
  }

  private static @Nullable String ofModel(ObjectNode item, String name) {
    JsonNode known = item.path("model").get(name);
    return known == null ? null : known.stringValue();
  }

  private static String told(JsonNode change) {
    return change.path("label").asString("")
        + ": "
        + change.path("oldText").asString("–")
        + " → "
        + change.path("newText").asString("–");
  }
}
