package vn.danvankheo.query.views.models;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.query.views.plans.PlanBook;
import vn.danvankheo.query.views.units.UnitTree;

/** Finds by the store what {@link vn.danvankheo.events.state.Duties} calls late. */
public final class LateModels {
  private final PlanBook plans;
  private final UnitTree tree;
  private final LocalDate day;

  /**
   * Prepares a search.
   *
   * @param plans all plans
   * @param tree the units
   * @param day the day on which something is late, in Vietnam's time zone
   */
  public LateModels(PlanBook plans, UnitTree tree, LocalDate day) {
    this.plans = plans;
    this.tree = tree;
    this.day = day;
  }

  /**
   * Models that owe something since a day before.
   *
   * @return a filter
   */
  public BsonDocument filter() {
    BsonArray ways = new BsonArray();
    ways.add(new BsonDocument("_dueOn", operator("$lt", text(day))));
    plans.all().forEach(plan -> addPlan(ways, plan));
    return new BsonDocument("$or", ways);
  }

  private void addPlan(BsonArray ways, PlanState plan) {
    PlanContent content = plan.content();
    LocalDate midYear = content.midYearReportDueOn();
    LocalDate end = content.finalReportDueOn();
    boolean midYearPast = midYear != null && day.isAfter(midYear);
    boolean endPast = end != null && day.isAfter(end);
    if (!midYearPast && !endPast) {
      return;
    }
    Set<String> units = plans.unitsOf(plan, tree, day);
    if (midYearPast) {
      ways.add(owing(plan, units, midYear, new BsonDocument("lastReportOn", BsonNull.VALUE)));
    }
    if (endPast) {
      ways.add(owing(plan, units, end, withoutReportAfter(half(midYear, end))));
    }
  }

  private static BsonDocument owing(
      PlanState plan, Set<String> units, LocalDate dueOn, BsonDocument unreported) {
    Integer year = plan.content().year();
    BsonDocument term = new BsonDocument("year", new BsonInt32(year));
    term.putAll(unreported);
    return new BsonDocument("_tags", text(year + "/" + TermTags.RUNNING))
        .append("_terms", operator("$elemMatch", term))
        .append(
            "unitCode",
            operator("$in", new BsonArray(units.stream().map(BsonString::new).toList())))
        .append("startsOn", operator("$lte", text(dueOn)));
  }

  private static BsonDocument withoutReportAfter(Optional<LocalDate> day) {
    BsonDocument none = new BsonDocument("lastReportOn", BsonNull.VALUE);
    return day.map(
            d ->
                new BsonDocument(
                    "$or",
                    new BsonArray(
                        List.of(
                            none, new BsonDocument("lastReportOn", operator("$lte", text(d)))))))
        .orElse(none);
  }

  private static Optional<LocalDate> half(@Nullable LocalDate midYear, LocalDate end) {
    return Optional.ofNullable(midYear).map(m -> m.plusDays(ChronoUnit.DAYS.between(m, end) / 2));
  }

  private static BsonDocument operator(String name, BsonValue value) {
    return new BsonDocument(name, value);
  }

  private static BsonString text(Object value) {
    return new BsonString(value.toString());
  }
}
