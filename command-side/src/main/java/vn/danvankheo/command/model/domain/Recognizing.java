package vn.danvankheo.command.model.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.model.ExemplarDesignated;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelRecognized;
import vn.danvankheo.events.model.RecognitionRefused;
import vn.danvankheo.events.state.Inspection;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.Recognition;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.state.TrackedFinding;
import vn.danvankheo.events.vocabulary.Severity;
import vn.danvankheo.events.vocabulary.TermStatus;

/** The first two rungs of honour: recognised (or not), designated an exemplar. */
final class Recognizing {
  private static final String DECIDED_ON = "/decision/issuedOn";

  private Recognizing() {}

  static List<ModelEvent> recognize(RecognizeModel command, ModelState state, Context context) {
    Term term = LifeCycle.term(state, command.year());
    LifeCycle.CARRY_OUT.allowsOpen(state, term);
    if (term.recognitions().stream().anyMatch(r -> r.level() == command.level())) {
      throw new RuleBroken(
          Rule.ALREADY_RECOGNIZED, Map.of("level", command.level(), "year", term.year()));
    }
    BigDecimal score = wantGoodEnough(term, state, context);
    if (term.findings().anyMatch(Recognizing::bars)) {
      throw new RuleBroken(Rule.OPEN_FINDING);
    }
    Faults faults = new Faults();
    faults.notInFuture(DECIDED_ON, command.decision().issuedOn(), context);
    faults.notBefore(
        DECIDED_ON,
        command.decision().issuedOn(),
        latestInspection(term),
        FaultCode.BEFORE_INSPECTION,
        "inspectedOn");
    faults.refuse();
    List<Integer> inspections = term.validInspections().map(Inspection::no).toList();
    return List.of(
        new ModelRecognized(term.year(), command.level(), command.decision(), score, inspections));
  }

  static List<ModelEvent> refuse(RefuseRecognition command, ModelState state, Context context) {
    Term term = LifeCycle.term(state, command.year());
    LifeCycle.open(state, term);
    if (term.status() == TermStatus.RECOGNIZED) {
      throw new RuleBroken(Rule.ALREADY_RECOGNIZED, Map.of("year", term.year()));
    }
    LifeCycle.REFUSE.allows(term);
    Faults faults = new Faults();
    faults.reason(context);
    faults.refuse();
    return List.of(new RecognitionRefused(term.year(), context.givenReason()));
  }

  static List<ModelEvent> designate(DesignateExemplar command, ModelState state, Context context) {
    Term term = LifeCycle.term(state, command.year());
    LifeCycle.HONOUR.allows(term);
    if (term.exemplars().stream().anyMatch(e -> e.level() == command.level())) {
      throw new RuleBroken(
          Rule.ALREADY_DESIGNATED, Map.of("level", command.level(), "year", term.year()));
    }
    Faults faults = new Faults();
    faults.notInFuture(DECIDED_ON, command.decision().issuedOn(), context);
    notBeforeRecognition(command.decision().issuedOn(), term, faults);
    faults.refuse();
    return List.of(new ExemplarDesignated(term.year(), command.level(), command.decision()));
  }

  /** A higher rung comes after the first recognition of the year. */
  static void notBeforeRecognition(LocalDate decidedOn, Term term, Faults faults) {
    Optional<LocalDate> recognizedOn =
        term.recognitions().stream()
            .map(Recognition::decision)
            .map(decision -> decision.issuedOn())
            .min(Comparator.naturalOrder());
    recognizedOn.ifPresent(
        first ->
            faults.notBefore(
                DECIDED_ON, decidedOn, first, FaultCode.BEFORE_RECOGNITION, "recognizedOn"));
  }

  private static BigDecimal wantGoodEnough(Term term, ModelState state, Context context) {
    BigDecimal score = term.meanScore().orElseThrow(() -> new RuleBroken(Rule.NOT_INSPECTED));
    PlanState plan = Units.plan(state.form().unitCode(), term.year(), context.reference());
    if (score.compareTo(plan.passingMark()) < 0) {
      throw new RuleBroken(
          Rule.SCORE_TOO_LOW, Map.of("score", score, "passingMark", plan.passingMark()));
    }
    return score;
  }

  private static boolean bars(TrackedFinding finding) {
    return finding.severity() == Severity.MAJOR && finding.unsettled();
  }

  private static LocalDate latestInspection(Term term) {
    return term.validInspections()
        .map(Inspection::inspectedOn)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
