package vn.danvankheo.query.views.units;

import static vn.danvankheo.query.serving.ListFormat.column;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.danvankheo.events.state.UnitEnd;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.query.serving.ListFormat;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.table.TableColumn;
import vn.danvankheo.web.table.TableWriter;

/** The list of units as a table. */
final class UnitTable {
  private UnitTable() {}

  static void write(
      Exchange exchange, ListFormat format, Language language, List<UnitState> units, LocalDate day)
      throws IOException {
    List<TableColumn> columns =
        Stream.of(
                column("unitCode", TableColumn.Kind.TEXT, 16, language),
                column("name", TableColumn.Kind.TEXT, 50, language),
                column("type", TableColumn.Kind.TEXT, 24, language),
                column("parentCode", TableColumn.Kind.TEXT, 16, language),
                column("attachedTo", TableColumn.Kind.TEXT, 16, language),
                column("alive", TableColumn.Kind.TEXT, 12, language),
                column("effectiveOn", TableColumn.Kind.DATE, 12, language),
                column("endedOn", TableColumn.Kind.DATE, 12, language))
            .toList();
    try (TableWriter table = format.table(exchange, "don-vi", columns)) {
      for (UnitState unit : sorted(units, day)) {
        table.row(
            Arrays.asList(
                unit.code(),
                unit.nameOn(day),
                Labels.of("UnitType", unit.type().name(), language),
                unit.parentOn(day),
                unit.attachedTo(),
                Labels.of(unit.aliveOn(day) ? "yes" : "no", language),
                unit.effectiveOn(),
                Optional.ofNullable(unit.end()).map(UnitEnd::on).orElse(null)));
      }
    }
  }

  private static List<UnitState> sorted(List<UnitState> units, LocalDate day) {
    return units.stream()
        .sorted(Comparator.comparing(unit -> VietnameseText.sortKey(unit.nameOn(day))))
        .collect(Collectors.toList());
  }
}
