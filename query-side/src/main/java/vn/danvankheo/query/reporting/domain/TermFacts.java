package vn.danvankheo.query.reporting.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.query.reporting.domain.ModelChanges.Change;

/** The facts of a term that a report's figures and lists rest on, in one line each. */
final class TermFacts {
  private TermFacts() {}

  /** What is otherwise now; nothing when all facts are the same. */
  static List<Change> changes(ModelState now, @Nullable ModelState before, int year) {
    Map<String, String> old =
        Optional.ofNullable(before)
            .flatMap(model -> model.term(year).map(term -> facts(model, term)))
            .orElse(Map.of());
    Map<String, String> current = now.term(year).map(term -> facts(now, term)).orElse(Map.of());
    Set<String> all = new LinkedHashSet<>(current.keySet());
    all.addAll(old.keySet());
    List<Change> changes = new ArrayList<>();
    for (String fact : all) {
      if (!Objects.equals(old.get(fact), current.get(fact))) {
        changes.add(new Change(fact, old.get(fact), current.get(fact)));
      }
    }
    return List.copyOf(changes);
  }

  private static Map<String, String> facts(ModelState model, Term term) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("status", term.status().name());
    facts.put("title", model.form().title());
    facts.put("subjectKind", model.form().subjectKind().name());
    facts.put("unitCode", model.form().unitCode());
    facts.put("field", model.form().field().name());
    facts.put("registeredOn", term.registeredOn().toString());
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
        term.currentReports(),
        report -> report.period() + " (" + report.no() + ")");
    put(
        facts,
        "inspections",
        term.inspections().stream(),
        i -> i.minutesNumber() + ": " + i.total().toPlainString() + (i.annulled() ? " ✗" : ""));
    put(facts, "findings", term.findings(), f -> f.severity() + " " + f.state());
    put(
        facts,
        "recognitions",
        term.recognitions().stream(),
        r -> r.level() + " " + said(r.decision()));
    put(facts, "exemplars", term.exemplars().stream(), e -> e.level() + " " + said(e.decision()));
    put(
        facts,
        "commendations",
        term.commendations().stream(),
        c -> c.form() + " " + said(c.decision()) + (c.revoked() ? " ✗" : ""));
    if (!model.replicas().isEmpty()) {
      facts.put("replicas", Integer.toString(model.replicas().size()));
    }
    return facts;
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
