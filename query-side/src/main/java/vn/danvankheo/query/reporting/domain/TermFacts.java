package vn.danvankheo.query.reporting.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.ProgressReport;
import vn.danvankheo.events.state.Remedy;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.state.TrackedFinding;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.FindingState;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.TermStatus;
import vn.danvankheo.query.reporting.domain.ModelChanges.Change;

/** The facts of a term that a report's figures and lists rest on, in one line each. */
final class TermFacts {
  private static final String REGISTERED = "registeredOn";
  private static final String STATUS = "status";

  private final @Nullable LocalDate last;
  private final boolean steps;

  private TermFacts(@Nullable LocalDate last, boolean steps) {
    this.last = last;
    this.steps = steps;
  }

  /** Definition 1: every step since the compared report, too. */
  static TermFacts all() {
    return new TermFacts(null, true);
  }

  /**
   * Definition 2: what the compared report told. What happened after its last day is news of this
   * report, not a change of that one, and so are steps without a day of their own unless both
   * reports end on the same day.
   */
  static TermFacts toldBy(ReportScope compared, ReportScope scope) {
    return new TermFacts(compared.to(), !scope.to().isAfter(compared.to()));
  }

  /** What is otherwise now; nothing when all facts are the same. */
  List<Change> changes(ModelState now, @Nullable ModelState before, int year) {
    Map<String, String> old = before == null ? Map.of() : facts(before, year);
    Map<String, String> current = facts(now, year);
    if (last != null && old.isEmpty()) {
      current.keySet().retainAll(Set.of(REGISTERED));
    }
    Set<String> all = new LinkedHashSet<>(current.keySet());
    all.addAll(old.keySet());
    List<Change> changes = new ArrayList<>();
    for (String fact : all) {
      if (!Objects.equals(old.get(fact), current.get(fact))
          && (steps || !fact.equals(STATUS) || isWithdrawal(old.get(fact), current.get(fact)))) {
        changes.add(new Change(fact, old.get(fact), current.get(fact)));
      }
    }
    return List.copyOf(changes);
  }

  private Map<String, String> facts(ModelState model, int year) {
    Map<String, String> facts = new LinkedHashMap<>();
    model
        .term(year)
        .filter(term -> isTold(term.registeredOn()))
        .ifPresent(term -> put(facts, model, term));
    return facts;
  }

  private void put(Map<String, String> facts, ModelState model, Term term) {
    facts.put(STATUS, term.status().name());
    facts.put("title", model.form().title());
    facts.put("subjectKind", model.form().subjectKind().name());
    facts.put("unitCode", model.form().unitCode());
    facts.put("field", model.form().field().name());
    facts.put(REGISTERED, term.registeredOn().toString());
    facts.put("late", Boolean.toString(term.late()));
    facts.put("changedAfterReport", Boolean.toString(term.changedAfterReport()));
    put(
        facts,
        "objectives",
        term.objectives().stream(),
        o -> o.indicator() + " = " + o.target().toPlainString() + " " + o.unit());
    put(
        facts,
        "progressReports",
        term.currentReports().filter(report -> isTold(term, report)),
        report -> report.period() + " (" + report.no() + ")");
    put(
        facts,
        "inspections",
        term.inspections().stream().filter(i -> isTold(i.inspectedOn())),
        i -> i.minutesNumber() + ": " + i.total().toPlainString() + (i.annulled() ? " ✗" : ""));
    put(
        facts,
        "findings",
        term.inspections().stream()
            .filter(i -> !i.annulled() && isTold(i.inspectedOn()))
            .flatMap(i -> i.findings().stream()),
        f -> f.severity() + " " + state(f));
    put(
        facts,
        "recognitions",
        term.recognitions().stream().filter(r -> isTold(r.decision().issuedOn())),
        r -> r.level() + " " + said(r.decision()));
    put(
        facts,
        "exemplars",
        term.exemplars().stream().filter(e -> isTold(e.decision().issuedOn())),
        e -> e.level() + " " + said(e.decision()));
    put(
        facts,
        "commendations",
        term.commendations().stream().filter(c -> isTold(c.decision().issuedOn())),
        c -> c.form() + " " + said(c.decision()) + (c.revoked() ? " ✗" : ""));
    if (steps && !model.replicas().isEmpty()) {
      facts.put("replicas", Integer.toString(model.replicas().size()));
    }
  }

  /** It takes back what was told, whenever it comes. */
  private static boolean isWithdrawal(@Nullable String before, @Nullable String now) {
    return Stream.of(before, now).anyMatch(TermStatus.WITHDRAWN.name()::equals);
  }

  private boolean isTold(LocalDate day) {
    return last == null || !day.isAfter(last);
  }

  /** Whether a period was reported on by then; a correction may have come later. */
  private boolean isTold(Term term, ProgressReport current) {
    return term.progressReports().stream()
        .anyMatch(r -> r.period().equals(current.period()) && isTold(r.reportedOn()));
  }

  /** As it was on the last day, where the state has moved on since. */
  private FindingState state(TrackedFinding finding) {
    if (steps) {
      return finding.state();
    }
    Remedy remedy = finding.remedy();
    return remedy != null && isTold(remedy.doneOn()) ? FindingState.REMEDIED : FindingState.OPEN;
  }

  private static <T> void put(
      Map<String, String> facts, String name, Stream<T> items, Function<T, String> line) {
    String lines = items.map(line).collect(Collectors.joining("; "));
    if (!lines.isEmpty()) {
      facts.put(name, lines);
    }
  }

  private static String said(Decision decision) {
    return decision.number() + " (" + decision.issuedOn() + ")";
  }
}
