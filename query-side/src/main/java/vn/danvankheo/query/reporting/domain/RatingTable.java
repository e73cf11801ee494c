package vn.danvankheo.query.reporting.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.Duty;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.RatingState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.state.TrackedFinding;
import vn.danvankheo.events.vocabulary.Decimals;
import vn.danvankheo.events.vocabulary.DutyKind;

/** Gathers by unit what its yearly rating can rest on. It rates nothing: people do. */
final class RatingTable {
  private final Knowledge knowledge;
  private final UnitScope units;
  private final int year;
  private final LocalDate to;
  private final Map<String, Inputs> byUnit = new HashMap<>();

  RatingTable(Knowledge knowledge, UnitScope units, int year, LocalDate to) {
    this.knowledge = knowledge;
    this.units = units;
    this.year = year;
    this.to = to;
  }

  void add(String unitCode, Term term, Set<Measure> measures, List<Duty> late) {
    Inputs inputs = byUnit.computeIfAbsent(unitCode, code -> new Inputs());
    measures.forEach(measure -> inputs.counts[measure.ordinal()]++);
    if (!measures.contains(Measure.REGISTERED)) {
      return;
    }
    inputs.progressOverdue +=
        (int) late.stream().filter(duty -> duty.kind() == DutyKind.PROGRESS).count();
    term.meanScore().ifPresent(inputs.scores::add);
    inputs.findingsOpen += (int) term.findings().filter(TrackedFinding::unsettled).count();
    inputs.findingsOverdue += (int) term.findings().filter(f -> f.overdueOn(to)).count();
  }

  /** Units that have a figure or a rating, or that the plan asks something of. */
  List<UnitRatingRow> rows() {
    List<UnitRatingRow> rows = new ArrayList<>();
    for (String code : units.codes()) {
      Optional<RatingState> rating = rating(code, year);
      Integer required = units.end(code) == null ? required(code) : null;
      Inputs inputs = byUnit.get(code);
      if (inputs != null || rating.isPresent() || required != null) {
        rows.add(row(code, required, inputs == null ? new Inputs() : inputs, rating));
      }
    }
    return List.copyOf(rows);
  }

  private UnitRatingRow row(
      String code, @Nullable Integer required, Inputs inputs, Optional<RatingState> rating) {
    return new UnitRatingRow(
        code,
        required,
        inputs.count(Measure.REGISTERED),
        inputs.count(Measure.LATE),
        inputs.progressOverdue,
        inputs.count(Measure.INSPECTED),
        inputs.count(Measure.RECOGNIZED),
        inputs.best(),
        inputs.mean(),
        inputs.findingsOpen,
        inputs.findingsOverdue,
        inputs.count(Measure.EXEMPLAR),
        inputs.count(Measure.COMMENDED),
        inputs.count(Measure.REPLICATED),
        rating.map(RatingState::rating).orElse(null),
        rating.map(r -> DocumentRef.of(r.decision())).orElse(null),
        rating(code, year - 1).map(RatingState::rating).orElse(null));
  }

  private @Nullable Integer required(String code) {
    Optional<PlanState> plan = knowledge.planFor(code, year, to);
    return plan.map(p -> p.content().modelsPerUnitMin()).orElse(null);
  }

  private Optional<RatingState> rating(String code, int ofYear) {
    return knowledge.ratings().stream()
        .filter(rating -> rating.unitCode().equals(code) && rating.year() == ofYear)
        .findFirst();
  }

  private static final class Inputs {
    private final int[] counts = new int[Measure.values().length];
    private final List<BigDecimal> scores = new ArrayList<>();
    private int progressOverdue;
    private int findingsOpen;
    private int findingsOverdue;

    int count(Measure measure) {
      return counts[measure.ordinal()];
    }

    @Nullable BigDecimal best() {
      return scores.stream().max(BigDecimal::compareTo).map(Decimals::plain).orElse(null);
    }

    @Nullable BigDecimal mean() {
      if (scores.isEmpty()) {
        return null;
      }
      BigDecimal sum = scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      return Decimals.plain(sum.divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP));
    }
  }
}
