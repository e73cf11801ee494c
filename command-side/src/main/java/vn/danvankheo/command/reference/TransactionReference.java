package vn.danvankheo.command.reference;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Reference;
import vn.danvankheo.command.uniqueness.ModelTitles;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.state.UnitEnd;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.vocabulary.ReportType;

/**
 * What one transaction knows of units and plans: the registry as this process knows it, or as it is
 * committed when first asked for, and what the transaction itself has decided since. Of one thread
 * only.
 */
public final class TransactionReference implements Reference {
  private static final long NOTHING_ASSUMED = -1;

  private final RegistryStore registries;
  private final ModelTitles titles;
  private final LocalDate today;
  private @Nullable Registry registry;
  private long assumedAt = NOTHING_ASSUMED;
  private boolean locked;

  /**
   * Nothing is read yet.
   *
   * @param registries the units and plans
   * @param titles the registered models
   * @param today the day that tells who stands under whom, in Vietnam's time zone
   */
  public TransactionReference(RegistryStore registries, ModelTitles titles, LocalDate today) {
    this.registries = registries;
    this.titles = titles;
    this.today = today;
  }

  /** Keeps other transactions from changing units, plans and accounts until this one has ended. */
  public void lock() {
    if (!locked) {
      registry = registries.locked();
      locked = true;
    }
  }

  /**
   * Takes the registry from this process's memory; {@link #holds} tells later if that was right.
   */
  public void assume() {
    Registry known = registries.known();
    if (registry == null && known != null) {
      registry = known;
      assumedAt = known.position();
    }
  }

  /**
   * Whether something was taken from memory.
   *
   * @return true when it has to be confirmed by {@link #holds}
   */
  public boolean assumed() {
    return assumedAt != NOTHING_ASSUMED;
  }

  /**
   * What was taken from memory.
   *
   * @return the place of its newest unit, plan or account; negative when nothing was taken
   */
  public long assumedAt() {
    return assumedAt;
  }

  /**
   * Whether what was taken from memory was what was committed at that time.
   *
   * @param position the place of the newest unit, plan or account, as it was read when the events
   *     were written; empty to have it read now
   * @return false when others have changed units, plans or accounts
   */
  public boolean holds(OptionalLong position) {
    return !assumed() || assumedAt == position.orElseGet(() -> registries.current().position());
  }

  /**
   * Makes this transaction see what it has decided itself.
   *
   * @param state a unit's, plan's, account's or report's new state
   */
  public void decided(Record state) {
    registry = registry().with(List.of(state));
  }

  @Override
  public Optional<UnitState> unit(String code) {
    return Optional.ofNullable(registry().units().get(code));
  }

  @Override
  public boolean isUnder(String code, String ancestor) {
    return code.equals(ancestor) || upwards(code).contains(ancestor);
  }

  @Override
  public Optional<PlanState> planFor(String unitCode, int year) {
    Map<String, PlanState> plans = registry().plans();
    return upwards(unitCode).stream()
        .map(code -> plans.get(code + "-" + year))
        .flatMap(plan -> Optional.ofNullable(plan).stream())
        .findFirst();
  }

  @Override
  public int registeredModels(String unitCode, int year) {
    return titles.count(unitCode, year);
  }

  @Override
  public List<ReportState> reportsOf(String unitCode) {
    return registry().reports().values().stream()
        .filter(report -> report.scope().unitCode().equals(unitCode))
        .toList();
  }

  @Override
  public boolean isReported(String unitCode, int year) {
    Set<String> units = upwards(unitCode);
    return registry().reports().values().stream()
        .map(ReportState::scope)
        .anyMatch(
            scope ->
                scope.type() == ReportType.YEAR
                    && scope.year() == year
                    && units.contains(scope.unitCode()));
  }

  @Override
  public boolean hasOtherAdministrator(String userName) {
    return registry().accounts().values().stream()
        .anyMatch(account -> account.administers() && !account.userName().equals(userName));
  }

  /** The unit itself, then what stands above it in either tree, nearest first, parents before. */
  private Set<String> upwards(String code) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(code));
    while (!open.isEmpty()) {
      String next = open.poll();
      if (found.add(next)) {
        unit(next).ifPresent(unit -> open.addAll(above(unit)));
      }
    }
    return found;
  }

  /** Once a unit ended, whoever took its duties over stands above it too. */
  private List<String> above(UnitState unit) {
    List<String> above = new ArrayList<>(3);
    String parent = unit.parentOn(today);
    if (parent != null) {
      above.add(parent);
    }
    if (unit.attachedTo() != null) {
      above.add(unit.attachedTo());
    }
    UnitEnd end = unit.end();
    if (end != null && !today.isBefore(end.on()) && end.successors().size() == 1) {
      above.add(end.successors().get(0));
    }
    return above;
  }

  private Registry registry() {
    Registry known = registry;
    if (known == null) {
      known = registries.current();
      registry = known;
    }
    return known;
  }
}
