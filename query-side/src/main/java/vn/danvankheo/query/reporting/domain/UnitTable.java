package vn.danvankheo.query.reporting.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.danvankheo.events.state.UnitEnd;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.query.reporting.domain.ReportContent.UnitFigures;

/** Counts by unit, and of each with those under it. */
final class UnitTable {
  private final UnitScope units;
  private final LocalDate from;
  private final Map<String, Counter> own = new HashMap<>();

  UnitTable(UnitScope units, LocalDate from) {
    this.units = units;
    this.from = from;
    units.codes().forEach(code -> own.put(code, new Counter()));
  }

  void add(Set<Measure> measures, SubjectKind kind, String unitCode) {
    own.get(unitCode).add(measures, kind);
  }

  /** Units without a figure stay listed, unless they were gone before the report's first day. */
  List<UnitFigures> rows() {
    Map<String, Counter> all = sums();
    List<UnitFigures> rows = new ArrayList<>();
    for (String code : units.codes()) {
      UnitEnd end = units.end(code);
      if (end == null || end.on().isAfter(from) || !all.get(code).isEmpty()) {
        rows.add(
            new UnitFigures(
                code,
                units.name(code),
                units.depth(code),
                end == null ? null : end.on(),
                end == null ? List.of() : end.successors(),
                own.get(code).figures(),
                all.get(code).figures()));
      }
    }
    return List.copyOf(rows);
  }

  private Map<String, Counter> sums() {
    Map<String, Counter> all = new HashMap<>();
    units.codes().forEach(code -> all.put(code, new Counter()));
    for (String code : units.codes()) {
      for (String at = code; at != null; at = units.upper(at)) {
        all.get(at).add(own.get(code));
      }
    }
    return all;
  }
}
