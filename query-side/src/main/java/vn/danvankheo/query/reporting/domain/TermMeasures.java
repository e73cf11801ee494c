package vn.danvankheo.query.reporting.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import vn.danvankheo.events.state.Inspection;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.TermStatus;

/**
 * What a term counts as. What has a day of its own counts by that day, not by the one on which it
 * was typed in; what has none (a withdrawal, a stop, a refusal, a replica) counts once it is known.
 */
final class TermMeasures {
  private TermMeasures() {}

  static Set<Measure> of(ModelState model, Term term, LocalDate from, LocalDate to) {
    Set<Measure> found = EnumSet.noneOf(Measure.class);
    if (term.registeredOn().isAfter(to)) {
      return found;
    }
    if (term.status() == TermStatus.WITHDRAWN) {
      found.add(Measure.WITHDRAWN);
      return found;
    }
    Predicate<LocalDate> inRange = day -> !day.isBefore(from) && !day.isAfter(to);
    found.add(Measure.REGISTERED);
    found.add(kind(model, term).measure());
    addIf(found, Measure.REGISTERED_IN_RANGE, inRange.test(term.registeredOn()));
    addIf(found, Measure.LATE, term.late());
    addIf(found, Measure.APPROVED, term.approval() != null);
    addIf(found, Measure.STOPPED, term.status() == TermStatus.STOPPED);
    addIf(found, Measure.CHANGED_AFTER_REPORT, term.changedAfterReport());
    addIf(found, Measure.REPLICATED, !model.replicas().isEmpty());
    addIf(found, Measure.RENEWED_NEXT, model.latest().year() > term.year());
    addIf(
        found,
        Measure.INSPECTED,
        term.validInspections().map(Inspection::inspectedOn).anyMatch(inRange));
    addHonours(found, term, inRange, to);
    return found;
  }

  private static void addHonours(
      Set<Measure> found, Term term, Predicate<LocalDate> inRange, LocalDate to) {
    Predicate<Decision> decided = decision -> inRange.test(decision.issuedOn());
    addIf(
        found,
        Measure.RECOGNIZED,
        term.recognitions().stream().anyMatch(r -> decided.test(r.decision())));
    addIf(
        found,
        Measure.EXEMPLAR,
        term.exemplars().stream().anyMatch(e -> decided.test(e.decision())));
    addIf(
        found,
        Measure.COMMENDED,
        term.commendations().stream().anyMatch(c -> !c.revoked() && decided.test(c.decision())));
    boolean recognizedByThen =
        term.recognitions().stream().anyMatch(r -> !r.decision().issuedOn().isAfter(to));
    addIf(found, Measure.NOT_RECOGNIZED, term.refusal() != null && !recognizedByThen);
  }

  static RegistrationKind kind(ModelState model, Term term) {
    if (term.year() > model.terms().get(0).year()) {
      return RegistrationKind.RENEWED;
    }
    return model.replicatedFrom() == null ? RegistrationKind.NEW : RegistrationKind.REPLICATED;
  }

  private static void addIf(Set<Measure> found, Measure measure, boolean holds) {
    if (holds) {
      found.add(measure);
    }
  }
}
