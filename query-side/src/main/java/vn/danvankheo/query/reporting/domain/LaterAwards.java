package vn.danvankheo.query.reporting.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.danvankheo.events.state.Commendation;
import vn.danvankheo.events.state.Exemplar;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Recognition;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.Decision;

/** Collects what was decided too late to be counted, for who drafts the report. */
final class LaterAwards {
  private final LocalDate to;
  private final List<LaterAward> found = new ArrayList<>();

  LaterAwards(LocalDate to) {
    this.to = to;
  }

  void add(ModelState model, Term term) {
    add(
        LaterAward.Kind.RECOGNITION,
        model,
        term,
        term.recognitions().stream().map(Recognition::decision));
    add(LaterAward.Kind.EXEMPLAR, model, term, term.exemplars().stream().map(Exemplar::decision));
    add(
        LaterAward.Kind.COMMENDATION,
        model,
        term,
        term.commendations().stream().filter(c -> !c.revoked()).map(Commendation::decision));
  }

  private void add(LaterAward.Kind kind, ModelState model, Term term, Stream<Decision> decisions) {
    decisions
        .filter(decision -> decision.issuedOn().isAfter(to))
        .map(
            decision ->
                new LaterAward(
                    kind,
                    model.id(),
                    model.form().title(),
                    model.form().unitCode(),
                    term.year(),
                    DocumentRef.of(decision)))
        .forEach(found::add);
  }

  List<LaterAward> sorted() {
    return found.stream().sorted(LaterAward.BY_DECISION).toList();
  }
}
