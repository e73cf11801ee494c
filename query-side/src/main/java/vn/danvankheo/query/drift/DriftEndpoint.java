package vn.danvankheo.query.drift;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.query.parity.Difference;
import vn.danvankheo.query.serving.Pages;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;

/** {@code GET /api/admin/drift}: documents that were found not to be what their events give. */
public final class DriftEndpoint implements Endpoint {
  private final DriftStore findings;

  /**
   * Serves findings.
   *
   * @param findings keeps them
   */
  public DriftEndpoint(DriftStore findings) {
    this.findings = findings;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/admin/drift", "listDrift", "Dữ liệu hiển thị lệch với sự kiện")
            .right(Right.VERIFY)
            .query(QuerySpec.of(QuerySpec.LIMIT, QuerySpec.CURSOR))
            .answer(
                Answer.json(
                    200,
                    "Mới phát hiện trước; healedAt là null khi chưa được lập lại",
                    RecordSchema.page(schema())))
            .to(this::list));
  }

  private static ObjectNode schema() {
    ObjectNode difference = RecordSchema.type("object");
    ObjectNode values = difference.putObject("properties");
    values.set("part", nullable("string"));
    values.set("document", RecordSchema.type("string"));
    values.set("path", RecordSchema.type("string"));
    values.set("stored", JsonNodeFactory.instance.objectNode());
    values.set("folded", JsonNodeFactory.instance.objectNode());
    ObjectNode item = RecordSchema.type("object");
    ObjectNode fields = item.putObject("properties");
    fields.set("view", RecordSchema.type("string"));
    fields.set("documentId", RecordSchema.type("string"));
    fields.set("position", RecordSchema.type("integer"));
    fields.set("foundAt", RecordSchema.type("string").put("format", "date-time"));
    fields.set("differences", RecordSchema.listOf(difference));
    fields.set("healedAt", nullable("string").put("format", "date-time"));
    return item;
  }

  private static ObjectNode nullable(String type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putArray("type").add(type).add("null");
    return schema;
  }

  private void list(Exchange exchange) throws IOException {
    Map<String, @Nullable Object> page =
        Pages.numbered(
            exchange.query(),
            "drift",
            findings::page,
            DriftStore.Row::no,
            DriftEndpoint::item,
            findings.total());
    exchange.response().setHeader("Cache-Control", "no-store");
    exchange.json(200, EventJson.shown(), page);
  }

  private static Map<String, @Nullable Object> item(DriftStore.Row row) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("view", row.view());
    item.put("documentId", row.documentId());
    item.put("position", row.position());
    item.put("foundAt", row.foundAt());
    List<Map<String, @Nullable Object>> differences = new ArrayList<>();
    row.differences().forEach(difference -> differences.add(value(difference)));
    item.put("differences", differences);
    item.put("healedAt", row.healedAt());
    return item;
  }

  private static Map<String, @Nullable Object> value(Difference difference) {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put("part", difference.part().isEmpty() ? null : difference.part());
    value.put("document", difference.document());
    value.put("path", difference.path());
    value.put("stored", difference.old());
    value.put("folded", difference.now());
    return value;
  }
}
