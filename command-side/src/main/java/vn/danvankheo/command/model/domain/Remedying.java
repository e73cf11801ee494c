package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.model.FindingExtended;
import vn.danvankheo.events.model.FindingRemedied;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.RemedyConfirmed;
import vn.danvankheo.events.model.RemedyRejected;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.TrackedFinding;
import vn.danvankheo.events.vocabulary.FindingState;

/** What becomes of a finding: remedied by the unit, confirmed or rejected by the department. */
final class Remedying {
  private Remedying() {}

  static List<ModelEvent> remedy(RemedyFinding command, ModelState state, Context context) {
    Units.mayActFor(state.form().unitCode(), context);
    Spot spot = Spot.of(state, command.year(), command.inspection(), command.finding());
    spot.wantOpen();
    Faults faults = new Faults();
    faults.notInFuture("/doneOn", command.doneOn(), context);
    LocalDate inspectedOn = spot.place().inspection().inspectedOn();
    faults.notBefore(
        "/doneOn", command.doneOn(), inspectedOn, FaultCode.BEFORE_INSPECTION, "inspectedOn");
    faults.refuse();
    return List.of(
        new FindingRemedied(
            spot.year(),
            command.inspection(),
            command.finding(),
            command.doneOn(),
            command.note(),
            command.attachments()));
  }

  static List<ModelEvent> confirm(ConfirmRemedy command, ModelState state, Context context) {
    Spot spot = Spot.of(state, command.year(), command.inspection(), command.finding());
    spot.wantRemedied();
    return List.of(new RemedyConfirmed(spot.year(), command.inspection(), command.finding()));
  }

  static List<ModelEvent> reject(RejectRemedy command, ModelState state, Context context) {
    Spot spot = Spot.of(state, command.year(), command.inspection(), command.finding());
    spot.wantRemedied();
    Faults faults = new Faults();
    faults.reason(context);
    faults.notInPast("/dueOn", command.dueOn(), context);
    faults.refuse();
    return List.of(
        new RemedyRejected(
            spot.year(),
            command.inspection(),
            command.finding(),
            context.givenReason(),
            command.dueOn()));
  }

  static List<ModelEvent> extend(ExtendFinding command, ModelState state, Context context) {
    Spot spot = Spot.of(state, command.year(), command.inspection(), command.finding());
    spot.wantOpen();
    if (spot.finding().extended()) {
      throw new RuleBroken(Rule.ALREADY_EXTENDED, spot.details());
    }
    Faults faults = new Faults();
    faults.reason(context);
    faults.notInPast("/dueOn", command.dueOn(), context);
    LocalDate before = spot.finding().dueOn();
    if (before != null && !command.dueOn().isAfter(before)) {
      faults.add("/dueOn", FaultCode.NOT_LATER, "dueOn", before);
    }
    faults.refuse();
    return List.of(
        new FindingExtended(
            spot.year(),
            command.inspection(),
            command.finding(),
            command.dueOn(),
            context.givenReason()));
  }

  /** A finding where it is: in a valid inspection of a term that goes on. */
  private record Spot(Inspecting.Place place, TrackedFinding finding) {
    static Spot of(ModelState state, @Nullable Integer year, int inspection, int no) {
      Inspecting.Place place = Inspecting.Place.of(state, year, inspection);
      TrackedFinding finding =
          place.inspection().findings().stream()
              .filter(candidate -> candidate.no() == no)
              .findFirst()
              .orElseThrow(
                  () ->
                      new RuleBroken(
                          Rule.FINDING_UNKNOWN, Map.of("inspection", inspection, "finding", no)));
      LifeCycle.open(state, place.term());
      place.wantValid();
      return new Spot(place, finding);
    }

    int year() {
      return place.term().year();
    }

    void wantOpen() {
      if (finding.state() != FindingState.OPEN) {
        throw new RuleBroken(Rule.FINDING_CLOSED, details());
      }
    }

    void wantRemedied() {
      if (finding.state() == FindingState.OPEN) {
        throw new RuleBroken(Rule.FINDING_NOT_REMEDIED, details());
      }
      if (finding.state() == FindingState.CONFIRMED) {
        throw new RuleBroken(Rule.FINDING_CLOSED, details());
      }
    }

    Map<String, Object> details() {
      return Map.of("inspection", place.inspection().no(), "finding", finding.no());
    }
  }
}
