package vn.danvankheo.query.reporting.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.state.TrackedFinding;
import vn.danvankheo.events.vocabulary.FindingState;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Severity;
import vn.danvankheo.query.reporting.domain.ReportContent.Activities;
import vn.danvankheo.query.reporting.domain.ReportContent.Findings;
import vn.danvankheo.query.reporting.domain.ReportContent.InspectionCount;

/** What was done in the range, what inspections found, and the list of them. */
final class ActivityTable {
  private static final Comparator<InspectionRow> BY_DAY =
      Comparator.comparing(InspectionRow::inspectedOn)
          .thenComparing(InspectionRow::modelId)
          .thenComparing(InspectionRow::no);

  private final Predicate<LocalDate> inRange;
  private final LocalDate to;
  private final Rows rows;
  private final Map<InspectionKind, Integer> inspected = new EnumMap<>(InspectionKind.class);
  private final List<InspectionRow> inspections = new ArrayList<>();
  private final Map<FindingState, Integer> findings = new EnumMap<>(FindingState.class);
  private int returned;
  private int progressReports;
  private int reminders;
  private int major;
  private int overdue;

  ActivityTable(Predicate<LocalDate> inRange, LocalDate to, Rows rows) {
    this.inRange = inRange;
    this.to = to;
    this.rows = rows;
    Stream.of(InspectionKind.values()).forEach(kind -> inspected.put(kind, 0));
    Stream.of(FindingState.values()).forEach(state -> findings.put(state, 0));
  }

  void add(ModelState model, Term term) {
    returned += term.returns().size();
    reminders += term.reminders().size();
    progressReports +=
        (int) term.currentReports().filter(r -> inRange.test(r.reportedOn())).count();
    term.inspections().stream()
        .filter(inspection -> inRange.test(inspection.inspectedOn()))
        .forEach(
            inspection -> {
              inspections.add(rows.inspection(model, inspection));
              inspected.merge(inspection.kind(), inspection.annulled() ? 0 : 1, Integer::sum);
            });
    term.findings().forEach(this::addFinding);
  }

  private void addFinding(TrackedFinding finding) {
    findings.merge(finding.state(), 1, Integer::sum);
    major += finding.severity() == Severity.MAJOR ? 1 : 0;
    overdue += finding.overdueOn(to) ? 1 : 0;
  }

  Activities activities() {
    return new Activities(
        returned,
        progressReports,
        inspected.entrySet().stream()
            .map(entry -> new InspectionCount(entry.getKey(), entry.getValue()))
            .toList(),
        reminders);
  }

  Findings findings() {
    int open = findings.get(FindingState.OPEN);
    int remedied = findings.get(FindingState.REMEDIED);
    int confirmed = findings.get(FindingState.CONFIRMED);
    return new Findings(open + remedied + confirmed, major, open, remedied, confirmed, overdue);
  }

  List<InspectionRow> inspections() {
    return inspections.stream().sorted(BY_DAY).toList();
  }
}
