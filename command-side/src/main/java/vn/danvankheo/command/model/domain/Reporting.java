package vn.danvankheo.command.model.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ProgressReported;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.ProgressReport;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.IndicatorResult;
import vn.danvankheo.events.vocabulary.Objective;

/** The unit's reports on its progress. */
final class Reporting {
  private Reporting() {}

  static List<ModelEvent> report(ReportProgress command, ModelState state, Context context) {
    Units.mayActFor(state.form().unitCode(), context);
    Term term = LifeCycle.term(state, command.year());
    LifeCycle.CARRY_OUT.allowsOpen(state, term);
    wantKnownIndicators(command, term);
    Integer corrects = corrected(command, term);
    Faults faults = new Faults();
    faults.notInFuture("/reportedOn", command.reportedOn(), context);
    faults.distinct(
        command.results().stream().map(IndicatorResult::indicator).toList(),
        "/results/%d/indicator");
    if (command.correction() && corrects == null) {
      faults.add("/period", FaultCode.NOTHING_TO_CORRECT);
    }
    faults.refuse();
    int no = (int) state.progressReports().count() + 1;
    return List.of(reported(command, term.year(), no, corrects));
  }

  private static ProgressReported reported(
      ReportProgress command, int year, int no, @Nullable Integer corrects) {
    return new ProgressReported(
        year,
        no,
        command.period(),
        command.reportedOn(),
        command.summary(),
        command.results(),
        command.beneficiaries(),
        command.difficulties(),
        command.proposals(),
        command.attachments(),
        corrects);
  }

  private static void wantKnownIndicators(ReportProgress command, Term term) {
    Set<String> known =
        term.objectives().stream().map(Objective::indicator).collect(Collectors.toSet());
    command.results().stream()
        .map(IndicatorResult::indicator)
        .filter(indicator -> !known.contains(indicator))
        .findFirst()
        .ifPresent(
            indicator -> {
              throw new RuleBroken(Rule.UNKNOWN_INDICATOR, Map.of("indicator", indicator));
            });
  }

  /** The number of the report it replaces; null when it is the period's first. */
  private static @Nullable Integer corrected(ReportProgress command, Term term) {
    Optional<ProgressReport> inForce =
        term.currentReports().filter(r -> r.period().equals(command.period())).findFirst();
    if (inForce.isPresent() && !command.correction()) {
      throw new RuleBroken(Rule.PERIOD_ALREADY_REPORTED, Map.of("period", command.period()));
    }
    return inForce.map(ProgressReport::no).orElse(null);
  }
}
