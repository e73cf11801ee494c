package vn.danvankheo.query.reporting.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.danvankheo.events.vocabulary.Field;
import vn.danvankheo.events.vocabulary.SubjectKind;

/** Counts of all and by field. */
final class FieldTable {
  private final Counter all = new Counter();
  private final Map<Field, Counter> byField = new EnumMap<>(Field.class);

  FieldTable() {
    for (Field field : Field.values()) {
      byField.put(field, new Counter());
    }
  }

  void add(Set<Measure> measures, SubjectKind kind, Field field) {
    all.add(measures, kind);
    byField.get(field).add(measures, kind);
  }

  Figures totals() {
    return all.figures();
  }

  List<ReportContent.FieldFigures> rows() {
    List<ReportContent.FieldFigures> rows = new ArrayList<>();
    byField.forEach(
        (field, counter) -> rows.add(new ReportContent.FieldFigures(field, counter.figures())));
    return List.copyOf(rows);
  }

  ReportContent.Reading reading() {
    return new ReportContent.Reading(totals(), rows());
  }
}
