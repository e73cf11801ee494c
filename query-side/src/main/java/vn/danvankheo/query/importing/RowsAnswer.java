package vn.danvankheo.query.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.query.importing.ImportStore.Import;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.query.serving.ListFormat;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.importing.CellFault;
import vn.danvankheo.web.importing.RowResult;
import vn.danvankheo.web.importing.RowResult.Outcome;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.table.TableColumn;
import vn.danvankheo.web.table.TableWriter;

/** Rows of an import as they are answered, however many: no more than a part is held at a time. */
final class RowsAnswer {
  private static final int PART = 1_000;

  private final ImportStore imports;
  private final Language language;

  RowsAnswer(ImportStore imports, Language language) {
    this.imports = imports;
    this.language = language;
  }

  /** Something that is done with each row. */
  private interface Taker {
    void take(RowResult row) throws IOException;
  }

  /** Writes all rows into an array that has been begun. */
  void all(Import of, JsonGenerator out) throws IOException {
    each(of, null, row -> one(row, out));
  }

  /** Writes all rows as a table, a line for each fault and for each row without any. */
  void table(Exchange exchange, ListFormat format, Import of, @Nullable Outcome outcome)
      throws IOException {
    try (TableWriter table = format.table(exchange, "ket-qua-nhap", columns())) {
      each(of, outcome, row -> lines(row, table));
    }
  }

  private void each(Import of, @Nullable Outcome outcome, Taker taker) throws IOException {
    int after = 0;
    List<RowResult> part;
    do {
      part = imports.rows(of, after, outcome, PART);
      for (RowResult row : part) {
        taker.take(row);
        after = row.row();
      }
    } while (part.size() == PART);
  }

  /** Writes one row. */
  void one(RowResult row, JsonGenerator out) {
    out.writeStartObject();
    out.writeNumberProperty("row", row.row());
    out.writeStringProperty("outcome", row.outcome().name());
    out.writeStringProperty("modelId", row.modelId());
    out.writeStringProperty("code", row.code());
    out.writeStringProperty("converted", row.converted());
    boolean refused = row.outcome() == Outcome.REFUSED;
    faults("faults", refused ? row.faults() : List.of(), out);
    faults("warnings", refused ? List.of() : row.faults(), out);
    out.writeEndObject();
  }

  private void faults(String name, List<CellFault> faults, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    for (CellFault fault : faults) {
      out.writeStartObject();
      out.writeStringProperty("cell", fault.cell());
      out.writeStringProperty("column", fault.column());
      out.writeStringProperty("code", fault.code());
      out.writeStringProperty("message", fault.message(language));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  static ObjectNode schema() {
    ObjectNode fault = RecordSchema.type("object");
    ObjectNode faultFields = fault.putObject("properties");
    for (String name : List.of("cell", "column", "code", "message")) {
      faultFields.set(name, RecordSchema.type("string"));
    }
    ObjectNode row = RecordSchema.type("object");
    ObjectNode fields = row.putObject("properties");
    fields.set("row", RecordSchema.type("integer"));
    ObjectNode outcome = RecordSchema.type("string");
    Arrays.stream(Outcome.values()).forEach(o -> outcome.withArray("enum").add(o.name()));
    fields.set("outcome", outcome);
    for (String name : List.of("modelId", "code", "converted")) {
      ObjectNode field = JsonNodeFactory.instance.objectNode();
      field.putArray("type").add("string").add("null");
      fields.set(name, field);
    }
    fields.set("faults", RecordSchema.listOf(fault));
    fields.set("warnings", RecordSchema.listOf(fault.deepCopy()));
    fields.propertyNames().forEach(name -> row.withArray("required").add(name));
    return row;
  }

  private List<TableColumn> columns() {
    List<TableColumn> columns = new ArrayList<>();
    columns.add(new TableColumn(label("column.row"), TableColumn.Kind.NUMBER, 8));
    for (Map.Entry<String, Integer> column :
        List.of(
            Map.entry("outcome", 16),
            Map.entry("code", 16),
            Map.entry("cell", 8),
            Map.entry("heading", 30),
            Map.entry("fault", 70))) {
      columns.add(TableColumn.text(label("column." + column.getKey()), column.getValue()));
    }
    return columns;
  }

  private void lines(RowResult row, TableWriter table) throws IOException {
    String outcome = Labels.of("RowOutcome", row.outcome().name(), language);
    if (row.faults().isEmpty()) {
      table.row(Arrays.asList(row.row(), outcome, row.code(), null, null, null));
    }
    for (CellFault fault : row.faults()) {
      table.row(
          Arrays.asList(
              row.row(),
              outcome,
              row.code(),
              fault.cell(),
              fault.column(),
              fault.message(language)));
    }
  }

  private String label(String key) {
    return Labels.of(key, language);
  }
}
