package vn.danvankheo.query.views.overdue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import vn.danvankheo.events.state.Duties;
import vn.danvankheo.events.state.Duty;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.Reminder;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.query.views.models.LateModels;
import vn.danvankheo.query.views.models.ModelSource;
import vn.danvankheo.query.views.models.ModelStore;
import vn.danvankheo.query.views.plans.PlanBook;
import vn.danvankheo.query.views.units.UnitTree;

/** Collects what is late on a day: of models, and of units themselves. */
final class OverdueSearch {
  private final ModelStore models;
  private final ModelSource source;
  private final UnitTree tree;
  private final PlanBook plans;
  private final LocalDate day;
  private final List<OverdueItem> items = new ArrayList<>();

  OverdueSearch(
      ModelStore models, ModelSource source, UnitTree tree, PlanBook plans, LocalDate day) {
    this.models = models;
    this.source = source;
    this.tree = tree;
    this.plans = plans;
    this.day = day;
  }

  /**
   * Collects everything.
   *
   * @param units only of these units; empty for all
   */
  List<OverdueItem> find(Optional<Set<String>> units) {
    BsonDocument late = new LateModels(plans, tree, day).filter();
    BsonDocument wanted =
        units
            .map(codes -> new BsonDocument("$and", new BsonArray(List.of(late, ofUnits(codes)))))
            .orElse(late);
    models.eachState(source, wanted, this::addModel);
    plans.all().forEach(plan -> addUnits(plan, units));
    return items;
  }

  private static BsonDocument ofUnits(Set<String> codes) {
    return new BsonDocument(
        "unitCode",
        new BsonDocument("$in", new BsonArray(codes.stream().map(BsonString::new).toList())));
  }

  private void addModel(ModelState model) {
    String unit = Objects.requireNonNull(model.form().unitCode());
    int no = 0;
    for (Term term : model.terms()) {
      PlanState plan = plans.planFor(unit, term.year(), tree, day).orElse(null);
      for (Duty duty : late(Duties.ofTerm(model, term, plan))) {
        String title = model.form().title();
        int reminders = reminders(term.reminders(), duty);
        items.add(item(duty, Optional.of(model), unit, title, reminders, ++no));
      }
    }
  }

  private void addUnits(PlanState plan, Optional<Set<String>> units) {
    String issuer = Objects.requireNonNull(plan.content().unitCode());
    if (late(Duties.ofUnit(issuer, plan, 0)).isEmpty()) {
      return;
    }
    int year = Objects.requireNonNull(plan.content().year());
    Map<String, Integer> registered = models.registeredByUnit(source, year);
    for (String code : plans.unitsOf(plan, tree, day)) {
      Optional<UnitState> unit = tree.find(code).filter(u -> u.aliveOn(day));
      if (unit.isPresent() && units.map(codes -> codes.contains(code)).orElse(true)) {
        addUnit(unit.get(), plan, registered.getOrDefault(code, 0));
      }
    }
  }

  private void addUnit(UnitState unit, PlanState plan, int registered) {
    int no = 0;
    for (Duty duty : late(Duties.ofUnit(unit.code(), plan, registered))) {
      String title = plan.content().title();
      int reminders = reminders(unit.reminders(), duty);
      items.add(item(duty, Optional.empty(), unit.code(), title, reminders, ++no));
    }
  }

  private List<Duty> late(List<Duty> duties) {
    return duties.stream().filter(duty -> duty.lateOn(day)).toList();
  }

  private OverdueItem item(
      Duty duty, Optional<ModelState> model, String unit, String title, int reminders, int no) {
    return new OverdueItem(
        duty.kind(),
        model.map(ModelState::id).orElse(null),
        model.map(ModelState::code).orElse(null),
        duty.year(),
        unit,
        tree.nameOn(unit, day),
        title,
        duty.dueOn(),
        ChronoUnit.DAYS.between(duty.dueOn(), day),
        reminders,
        no);
  }

  private static int reminders(List<Reminder> all, Duty duty) {
    return (int)
        all.stream()
            .filter(r -> r.about() == duty.kind() && r.dueOn().equals(duty.dueOn()))
            .count();
  }
}
