package vn.danvankheo.events.state;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.fold.Fold;
import vn.danvankheo.events.unit.UnitDissolved;
import vn.danvankheo.events.unit.UnitEvent;
import vn.danvankheo.events.unit.UnitMerged;
import vn.danvankheo.events.unit.UnitMoved;
import vn.danvankheo.events.unit.UnitRegistered;
import vn.danvankheo.events.unit.UnitReminderSent;
import vn.danvankheo.events.unit.UnitRenamed;
import vn.danvankheo.events.unit.UnitSplit;
import vn.danvankheo.events.vocabulary.UnitType;

/**
 * A unit after its events, with its names and places by day.
 *
 * @param code the lasting code
 * @param version sequence number of the last event
 * @param type its kind
 * @param attachedTo the unit of the other tree it goes with
 * @param aliases other spellings
 * @param names its names by first day, earliest first, never empty
 * @param places its places in the tree by first day, earliest first, never empty
 * @param effectiveOn its first day; null when it has always been there
 * @param end how it ended; null while it lasts
 * @param reminders reminders sent to it
 */
public record UnitState(
    String code,
    long version,
    UnitType type,
    @Nullable String attachedTo,
    List<String> aliases,
    List<UnitName> names,
    List<UnitPlace> places,
    @Nullable LocalDate effectiveOn,
    @Nullable UnitEnd end,
    List<Reminder> reminders) {

  private static final Fold<@Nullable UnitState, UnitEvent> FOLD =
      Fold.<@Nullable UnitState, UnitEvent>over(UnitEvent.class)
          .on(UnitRegistered.class, (s, e, r) -> registered(e))
          .on(UnitRenamed.class, (s, e, r) -> s.renamed(e))
          .on(UnitMoved.class, (s, e, r) -> s.moved(e))
          .on(
              UnitMerged.class,
              (s, e, r) ->
                  s.ended(
                      new UnitEnd(
                          UnitEndKind.MERGED, e.effectiveOn(), List.of(e.intoCode()), e.basis())))
          .on(
              UnitSplit.class,
              (s, e, r) ->
                  s.ended(new UnitEnd(UnitEndKind.SPLIT, e.effectiveOn(), e.into(), e.basis())))
          .on(
              UnitDissolved.class,
              (s, e, r) ->
                  s.ended(
                      new UnitEnd(
                          UnitEndKind.DISSOLVED,
                          e.effectiveOn(),
                          e.successorCode() == null ? List.of() : List.of(e.successorCode()),
                          e.basis())))
          .on(
              UnitReminderSent.class,
              (s, e, r) -> s.reminded(new Reminder(e.about(), e.dueOn(), e.message(), r.at())))
          .build();

  /**
   * Applies one event.
   *
   * @param state the unit before; null before its first event
   * @param recorded the event in its stream
   * @return the unit after
   */
  public static UnitState apply(@Nullable UnitState state, Recorded<? extends UnitEvent> recorded) {
    UnitState next = FOLD.apply(state, recorded);
    return new UnitState(
        next.code,
        recorded.version(),
        next.type,
        next.attachedTo,
        next.aliases,
        next.names,
        next.places,
        next.effectiveOn,
        next.end,
        next.reminders);
  }

  /**
   * Whether the unit is there on a day.
   *
   * @param day the day
   * @return true from its first day to the day before its end
   */
  public boolean aliveOn(LocalDate day) {
    return (effectiveOn == null || !day.isBefore(effectiveOn))
        && (end == null || day.isBefore(end.on()));
  }

  /**
   * The unit's name on a day.
   *
   * @param day the day
   * @return the name in force, or the first one for days before
   */
  public String nameOn(LocalDate day) {
    String name = names.get(0).name();
    for (UnitName candidate : names) {
      if (candidate.from() != null && !day.isBefore(candidate.from())) {
        name = candidate.name();
      }
    }
    return name;
  }

  /**
   * The unit above on a day.
   *
   * @param day the day
   * @return null at the top
   */
  public @Nullable String parentOn(LocalDate day) {
    String parent = places.get(0).parentCode();
    for (UnitPlace candidate : places) {
      if (candidate.from() != null && !day.isBefore(candidate.from())) {
        parent = candidate.parentCode();
      }
    }
    return parent;
  }

  private static UnitState registered(UnitRegistered e) {
    return new UnitState(
        e.code(),
        0,
        e.type(),
        e.attachedTo(),
        e.aliases(),
        List.of(new UnitName(e.name(), e.effectiveOn(), null)),
        List.of(new UnitPlace(e.parentCode(), e.effectiveOn(), null)),
        e.effectiveOn(),
        null,
        List.of());
  }

  private UnitState renamed(UnitRenamed e) {
    List<UnitName> sorted =
        byDay(Lists.plus(names, new UnitName(e.name(), e.effectiveOn(), e.basis())));
    return copy(sorted, places, end, reminders);
  }

  private UnitState moved(UnitMoved e) {
    List<UnitPlace> sorted =
        Lists.plus(places, new UnitPlace(e.parentCode(), e.effectiveOn(), e.basis())).stream()
            .sorted((a, b) -> day(a.from()).compareTo(day(b.from())))
            .toList();
    return copy(names, sorted, end, reminders);
  }

  private UnitState ended(UnitEnd how) {
    return copy(names, places, how, reminders);
  }

  private UnitState reminded(Reminder reminder) {
    return copy(names, places, end, Lists.plus(reminders, reminder));
  }

  private static List<UnitName> byDay(List<UnitName> names) {
    return names.stream().sorted((a, b) -> day(a.from()).compareTo(day(b.from()))).toList();
  }

  private static LocalDate day(@Nullable LocalDate from) {
    return from == null ? LocalDate.MIN : from;
  }

  private UnitState copy(
      List<UnitName> n, List<UnitPlace> p, @Nullable UnitEnd e, List<Reminder> r) {
    return new UnitState(code, version, type, attachedTo, aliases, n, p, effectiveOn, e, r);
  }
}
