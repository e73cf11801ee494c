package vn.danvankheo.command.model.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.model.InspectionAnnulled;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelInspected;
import vn.danvankheo.events.state.Inspection;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.events.vocabulary.Finding;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.Score;
import vn.danvankheo.events.vocabulary.Severity;
import vn.danvankheo.events.vocabulary.TeamMember;

/** Inspections, and declaring them void. */
final class Inspecting {
  private Inspecting() {}

  static List<ModelEvent> inspect(InspectModel command, ModelState state, Context context) {
    wantEntitled(command, state, context);
    Term term = LifeCycle.term(state, command.year());
    LifeCycle.CARRY_OUT.allowsOpen(state, term);
    wantNoConflict(command, state);
    PlanState plan = Units.plan(state.form().unitCode(), term.year(), context.reference());
    Faults faults = new Faults();
    checkDay(command, state, term, context, faults);
    checkTeam(command, context, faults);
    Scoring.check(command.scores(), plan.criteria(), faults);
    checkFindings(command, faults);
    faults.refuse();
    return List.of(inspected(command, state, term, plan));
  }

  static List<ModelEvent> annul(AnnulInspection command, ModelState state, Context context) {
    Place place = Place.of(state, command.year(), command.inspection());
    place.wantValid();
    boolean used =
        place.term().recognitions().stream()
            .anyMatch(recognition -> recognition.inspections().contains(command.inspection()));
    if (used) {
      throw new RuleBroken(Rule.INSPECTION_IN_USE, Map.of("inspection", command.inspection()));
    }
    Faults faults = new Faults();
    faults.reason(context);
    faults.refuse();
    return List.of(
        new InspectionAnnulled(place.term().year(), command.inspection(), context.givenReason()));
  }

  /** A clerk inspects the own unit's models alone, as their own assessment. */
  private static void wantEntitled(InspectModel command, ModelState state, Context context) {
    if (context.actor().role() == Role.CLERK && command.kind() != InspectionKind.SELF) {
      throw new RuleBroken(Rule.ROLE_NOT_ENTITLED, Map.of("role", Role.INSPECTOR));
    }
    Units.mayActFor(state.form().unitCode(), context);
  }

  /** Nobody inspects what is in the own charge, but for the unit's own assessment. */
  private static void wantNoConflict(InspectModel command, ModelState state) {
    String responsible = VietnameseText.fold(state.form().responsiblePosition());
    boolean conflict =
        command.team().stream()
            .anyMatch(
                member ->
                    member.unitCode().equals(state.form().unitCode())
                        && VietnameseText.fold(member.position()).equals(responsible));
    if (conflict && command.kind() != InspectionKind.SELF) {
      throw new RuleBroken(
          Rule.CONFLICT_OF_INTEREST, Map.of("position", state.form().responsiblePosition()));
    }
  }

  /** A model kept up may have got a later first day than that of a year gone by. */
  private static void checkDay(
      InspectModel command, ModelState state, Term term, Context context, Faults faults) {
    LocalDate startsOn = state.form().startsOn();
    if (startsOn.getYear() <= term.year()) {
      faults.notBefore(
          "/inspectedOn", command.inspectedOn(), startsOn, FaultCode.BEFORE_START, "startsOn");
    }
    faults.notInFuture("/inspectedOn", command.inspectedOn(), context);
  }

  private static void checkTeam(InspectModel command, Context context, Faults faults) {
    for (int i = 0; i < command.team().size(); i++) {
      TeamMember member = command.team().get(i);
      faults.unitKnown("/team/" + i + "/unitCode", member.unitCode(), context.reference());
    }
  }

  private static void checkFindings(InspectModel command, Faults faults) {
    for (int i = 0; i < command.findings().size(); i++) {
      InspectModel.NewFinding finding = command.findings().get(i);
      String pointer = "/findings/" + i + "/dueOn";
      if (finding.dueOn() != null) {
        faults.notBefore(
            pointer,
            finding.dueOn(),
            command.inspectedOn(),
            FaultCode.BEFORE_INSPECTION,
            "inspectedOn");
      } else if (finding.severity() == Severity.MAJOR) {
        faults.add(pointer, FaultCode.REQUIRED);
      }
    }
  }

  private static ModelInspected inspected(
      InspectModel command, ModelState state, Term term, PlanState plan) {
    BigDecimal total =
        command.scores().stream().map(Score::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new ModelInspected(
        term.year(),
        (int) state.inspections().count() + 1,
        command.kind(),
        command.inspectedOn(),
        command.place(),
        command.team(),
        command.representatives(),
        command.minutesNumber(),
        command.scores(),
        total,
        term.capped(plan.ratingOf(total), command.inspectedOn()),
        command.strengths(),
        command.shortcomings(),
        numbered(command.findings()),
        command.conclusion(),
        command.unitOpinion(),
        command.attachments());
  }

  private static List<Finding> numbered(List<InspectModel.NewFinding> findings) {
    return IntStream.range(0, findings.size())
        .mapToObj(
            i -> {
              InspectModel.NewFinding found = findings.get(i);
              return new Finding(i + 1, found.text(), found.severity(), found.dueOn());
            })
        .toList();
  }

  /** An inspection and the term it is in. */
  record Place(Term term, Inspection inspection) {
    static Place of(ModelState state, @Nullable Integer year, int no) {
      List<Term> terms = year == null ? state.terms() : List.of(LifeCycle.term(state, year));
      return terms.stream()
          .flatMap(term -> term.inspections().stream().map(found -> new Place(term, found)))
          .filter(place -> place.inspection().no() == no)
          .findFirst()
          .orElseThrow(() -> new RuleBroken(Rule.INSPECTION_UNKNOWN, Map.of("inspection", no)));
    }

    void wantValid() {
      if (inspection.annulled()) {
        throw new RuleBroken(Rule.ALREADY_ANNULLED, Map.of("inspection", inspection.no()));
      }
    }
  }
}
