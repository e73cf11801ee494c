package vn.danvankheo.command.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.plan.PlanIssued;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.UnitPlace;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitEvent;

/** Units and plans of a test, by their events. */
public final class KnownReference implements Reference {
  private final Map<String, UnitState> units = new HashMap<>();
  private final Map<String, PlanState> plans = new HashMap<>();
  private int registered;
  private boolean otherAdministrator;

  /** Adds or changes a unit. */
  public KnownReference unit(String code, UnitEvent... events) {
    UnitState state = units.get(code);
    for (UnitEvent event : events) {
      long version = state == null ? 0 : state.version() + 1;
      state = UnitState.apply(state, new Recorded<>("unit:" + code, version, Instant.EPOCH, event));
    }
    units.put(code, state);
    return this;
  }

  /** Adds or replaces a plan. */
  public KnownReference plan(PlanContent content) {
    String code = content.unitCode() + "-" + content.year();
    PlanIssued issued = new PlanIssued(code, content);
    plans.put(
        code, PlanState.apply(null, new Recorded<>("plan:" + code, 0, Instant.EPOCH, issued)));
    return this;
  }

  /** Takes a plan away. */
  public KnownReference noPlan(String code) {
    plans.remove(code);
    return this;
  }

  /** Says how many models every unit has registered. */
  public KnownReference registered(int models) {
    registered = models;
    return this;
  }

  /** Says that there is another administrator. */
  public KnownReference otherAdministrator() {
    otherAdministrator = true;
    return this;
  }

  @Override
  public boolean hasOtherAdministrator(String userName) {
    return otherAdministrator;
  }

  @Override
  public Optional<UnitState> unit(String code) {
    return Optional.ofNullable(units.get(code));
  }

  @Override
  public boolean isUnder(String code, String ancestor) {
    if (code.equals(ancestor)) {
      return true;
    }
    UnitState unit = units.get(code);
    return unit != null
        && (isUnderOf(parent(unit), ancestor) || isUnderOf(unit.attachedTo(), ancestor));
  }

  @Override
  public Optional<PlanState> planFor(String unitCode, int year) {
    UnitState unit = units.get(unitCode);
    PlanState own = plans.get(unitCode + "-" + year);
    if (own != null || unit == null || parent(unit) == null) {
      return Optional.ofNullable(own);
    }
    return planFor(parent(unit), year);
  }

  @Override
  public int registeredModels(String unitCode, int year) {
    return registered;
  }

  private boolean isUnderOf(@Nullable String upper, String ancestor) {
    return upper != null && isUnder(upper, ancestor);
  }

  private static @Nullable String parent(UnitState unit) {
    UnitPlace last = unit.places().get(unit.places().size() - 1);
    return last.parentCode();
  }
}
