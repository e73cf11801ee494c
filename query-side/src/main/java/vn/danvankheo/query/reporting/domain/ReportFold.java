package vn.danvankheo.query.reporting.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.Duties;
import vn.danvankheo.events.state.Duty;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.events.vocabulary.DutyKind;
import vn.danvankheo.events.vocabulary.NationalField;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportType;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.query.reporting.domain.ModelChanges.Change;
import vn.danvankheo.query.reporting.domain.ReportContent.Comparison;
import vn.danvankheo.query.reporting.domain.ReportContent.NationalFieldFigures;
import vn.danvankheo.query.reporting.domain.ReportContent.PlanRef;
import vn.danvankheo.query.reporting.domain.ReportContent.PreviousIssue;
import vn.danvankheo.query.reporting.domain.ReportContent.YearFigures;

/** A report on its way. What it keeps grows with its lists alone. */
final class ReportFold implements Definition.Fold {
  /** Makes all places equally long, so that they sort as text. */
  private static final int FIRST_PLACE = 100_000_000;

  private final ReportScope scope;
  private final ReportScope before;
  private final Knowledge knowledge;
  private final UnitScope units;
  private final UnitScope unitsThen;
  private final int definition;
  private final @Nullable ReportState compared;
  private final TermFacts facts;
  private final Rows rows;
  private final FieldTable now = new FieldTable();
  private final FieldTable asItWas = new FieldTable();
  private final FieldTable byTodaysUnits = new FieldTable();
  private final Map<NationalField, Counter> byNationalField = new EnumMap<>(NationalField.class);
  private final Map<Integer, Counter> byYear = new TreeMap<>();
  private final UnitTable byUnit;
  private final HonourTable honours;
  private final ActivityTable activities;
  private final RatingTable ratings;
  private final List<ModelRow> models = new ArrayList<>();
  private final List<ReplicationRow> replications = new ArrayList<>();
  private final List<LateRow> late = new ArrayList<>();
  private final Set<String> changedAfterReport = new TreeSet<>();
  private final List<ModelChanges> changes = new ArrayList<>();
  private final LaterAwards laterAwards;

  ReportFold(int definition, ReportScope scope, Knowledge knowledge) {
    this.definition = definition;
    this.scope = scope;
    this.before = Periods.before(scope);
    this.knowledge = knowledge;
    this.units = new UnitScope(knowledge.units(), scope.unitCode(), scope.to());
    this.unitsThen = new UnitScope(knowledge.units(), scope.unitCode(), before.to());
    this.compared = lastIssued(scope, knowledge.reports());
    this.facts =
        definition == 1 || compared == null
            ? TermFacts.all()
            : TermFacts.toldBy(compared.scope(), scope);
    this.rows = new Rows(definition, scope.to());
    this.laterAwards = new LaterAwards(scope.to());
    Predicate<LocalDate> inRange = day -> !day.isBefore(scope.from()) && !day.isAfter(scope.to());
    this.byUnit = new UnitTable(units, scope.from());
    this.honours = new HonourTable(decision -> inRange.test(decision.issuedOn()), rows);
    this.activities = new ActivityTable(inRange, scope.to(), rows);
    this.ratings = new RatingTable(knowledge, units, scope.lastYear(), scope.to());
    for (int year = scope.year(); year <= scope.lastYear(); year++) {
      byYear.put(year, new Counter());
    }
  }

  /** The unit's last report of the same time, else its last one that has a year with it. */
  private static @Nullable ReportState lastIssued(ReportScope scope, List<ReportState> reports) {
    List<ReportState> own =
        reports.stream()
            .filter(report -> report.scope().unitCode().equals(scope.unitCode()))
            .filter(report -> report.scope().year() <= scope.lastYear())
            .filter(report -> report.scope().lastYear() >= scope.year())
            .toList();
    return own.stream()
        .filter(report -> report.scope().isOfSamePeriod(scope))
        .reduce((earlier, later) -> later)
        .orElse(own.isEmpty() ? null : own.get(own.size() - 1));
  }

  @Override
  public long comparedPosition() {
    return compared == null ? 0 : compared.position();
  }

  @Override
  public void add(ModelState model, @Nullable ModelState earlier) {
    String unit = model.form().unitCode();
    for (Term term : model.terms()) {
      if (isWithin(term.year(), before)) {
        addBefore(model, term);
      }
      if (units.contains(unit)) {
        honours.addCommendations(model, term);
        if (isWithin(term.year(), scope)) {
          addTerm(model, term);
        }
      }
    }
    boolean wasHere = earlier != null && units.contains(earlier.form().unitCode());
    if (compared != null && (units.contains(unit) || wasHere)) {
      addChanges(model, earlier);
    }
  }

  private void addBefore(ModelState model, Term term) {
    Set<Measure> measures = TermMeasures.of(model, term, before.from(), before.to());
    SubjectKind kind = model.form().subjectKind();
    if (unitsThen.contains(model.form().unitCode())) {
      asItWas.add(measures, kind, model.form().field());
    }
    if (units.contains(model.form().unitCode())) {
      byTodaysUnits.add(measures, kind, model.form().field());
    }
  }

  private void addTerm(ModelState model, Term term) {
    Set<Measure> measures = TermMeasures.of(model, term, scope.from(), scope.to());
    if (measures.isEmpty()) {
      return;
    }
    String unit = model.form().unitCode();
    SubjectKind kind = model.form().subjectKind();
    Optional<PlanState> plan = knowledge.planFor(unit, term.year(), scope.to());
    List<Duty> owed =
        Duties.ofTerm(model, term, plan.orElse(null)).stream()
            .filter(duty -> duty.lateOn(scope.to()))
            .toList();
    now.add(measures, kind, model.form().field());
    byUnit.add(measures, kind, unit);
    byYear.get(term.year()).add(measures, kind);
    NationalField national = model.form().nationalField();
    if (national != null) {
      byNationalField.computeIfAbsent(national, field -> new Counter()).add(measures, kind);
    }
    ratings.add(unit, term, measures, owed);
    models.add(rows.model(model, term, plan));
    if (measures.contains(Measure.REGISTERED)) {
      addActive(model, term, owed);
    }
  }

  /** What holds of terms that were not withdrawn. */
  private void addActive(ModelState model, Term term, List<Duty> owed) {
    honours.addLevels(model, term);
    if (scope.type() == ReportType.YEAR || scope.type() == ReportType.PERIOD) {
      laterAwards.add(model, term);
    }
    activities.add(model, term);
    addLate(model, term, owed);
    if (term.changedAfterReport()) {
      changedAfterReport.add(model.id());
    }
    // All terms of a model come one after the other.
    boolean listed =
        !replications.isEmpty()
            && replications.get(replications.size() - 1).modelId().equals(model.id());
    if (!listed && (!model.replicas().isEmpty() || model.terms().size() > 1)) {
      replications.add(Rows.replication(model));
    }
  }

  private void addLate(ModelState model, Term term, List<Duty> owed) {
    if (term.late()) {
      late.add(lateRow(model, term, DutyKind.REGISTRATION, null));
    }
    if (term.resubmittedLate()) {
      late.add(lateRow(model, term, DutyKind.RESUBMISSION, null));
    }
    owed.forEach(duty -> late.add(lateRow(model, term, duty.kind(), duty.dueOn())));
  }

  private LateRow lateRow(ModelState model, Term term, DutyKind kind, @Nullable LocalDate dueOn) {
    return new LateRow(
        model.id(),
        model.form().title(),
        model.form().unitCode(),
        term.year(),
        kind,
        dueOn,
        dueOn == null ? 0 : ChronoUnit.DAYS.between(dueOn, scope.to()));
  }

  private void addChanges(ModelState model, @Nullable ModelState earlier) {
    for (int year = scope.year(); year <= scope.lastYear(); year++) {
      List<Change> found = facts.changes(model, earlier, year);
      if (!found.isEmpty()) {
        changes.add(
            new ModelChanges(
                model.id(), model.form().title(), year, model.form().unitCode(), found));
      }
    }
  }

  @Override
  public Report report() {
    ReportContent content =
        new ReportContent(
            definition,
            scope,
            units.name(scope.unitCode()),
            superiorName(),
            plan(),
            now.totals(),
            now.rows(),
            nationalFields(),
            honours.levels(),
            honours.forms(),
            byUnit.rows(),
            byYear.entrySet().stream()
                .map(entry -> new YearFigures(entry.getKey(), entry.getValue().figures()))
                .toList(),
            new Comparison(
                before.year(),
                before.from(),
                before.to(),
                asItWas.reading(),
                byTodaysUnits.reading()),
            activities.activities(),
            activities.findings(),
            sorted(models, this::modelOrder),
            activities.inspections(),
            honours.given(),
            honours.revoked(),
            sorted(replications, r -> order(r.unitCode(), r.title(), r.modelId(), 0)),
            ratings.rows(),
            sorted(
                late,
                r -> order(r.unitCode(), r.title(), r.modelId(), r.year()) + r.kind() + r.dueOn()),
            List.copyOf(changedAfterReport),
            compared == null
                ? null
                : new PreviousIssue(
                    compared.id(), compared.number(), compared.issuedOn(), compared.digest()),
            sorted(changes, r -> order(r.unitCode(), r.title(), r.modelId(), r.year())));
    return new Report(content, rows.names(), laterAwards.sorted());
  }

  private @Nullable String superiorName() {
    return knowledge
        .units()
        .find(scope.unitCode())
        .map(unit -> unit.parentOn(scope.to()))
        .map(code -> knowledge.units().nameOn(code, scope.to()))
        .orElse(null);
  }

  private @Nullable PlanRef plan() {
    return knowledge
        .planFor(scope.unitCode(), scope.lastYear(), scope.to())
        .map(
            plan ->
                new PlanRef(
                    plan.code(),
                    plan.content().title(),
                    new DocumentRef(
                        plan.content().number(),
                        plan.content().issuedOn(),
                        plan.content().issuer())))
        .orElse(null);
  }

  private List<NationalFieldFigures> nationalFields() {
    return byNationalField.entrySet().stream()
        .map(entry -> new NationalFieldFigures(entry.getKey(), entry.getValue().figures()))
        .toList();
  }

  private String modelOrder(ModelRow row) {
    return row.subjectKind().ordinal() + order(row.unitCode(), row.title(), row.id(), row.year());
  }

  private String order(String unitCode, String title, String id, int year) {
    String place = Integer.toString(units.order(unitCode) + FIRST_PLACE);
    return String.join("\t", place, VietnameseText.sortKey(title), id, Integer.toString(year));
  }

  /** Makes each row's key once: it takes longer than all comparisons with it. */
  private static <T> List<T> sorted(List<T> list, Function<T, String> key) {
    return list.stream()
        .map(row -> Map.entry(key.apply(row), row))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean isWithin(int year, ReportScope scope) {
    return year >= scope.year() && year <= scope.lastYear();
  }
}
