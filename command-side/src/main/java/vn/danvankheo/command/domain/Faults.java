package vn.danvankheo.command.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects all faults of one command, so that its author hears of them at once. */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  /**
   * Adds a fault.
   *
   * @param pointer JSON Pointer into the command's body
   * @param code what is wrong
   */
  public void add(String pointer, FaultCode code) {
    found.add(new Fault(pointer, code.name()));
  }

  /**
   * Adds a fault that tells a detail.
   *
   * @param pointer JSON Pointer into the command's body
   * @param code what is wrong
   * @param detail the detail's name
   * @param value its value; never personal data
   */
  public void add(String pointer, FaultCode code, String detail, Object value) {
    found.add(new Fault(pointer, code.name(), Map.of(detail, value)));
  }

  /**
   * Wants a day of a stretch of time.
   *
   * @param pointer JSON Pointer into the command's body
   * @param day the day
   * @param min the first that is right
   * @param max the last that is right
   */
  public void within(String pointer, LocalDate day, LocalDate min, LocalDate max) {
    if (day.isBefore(min) || day.isAfter(max)) {
      found.add(new Fault(pointer, FaultCode.OUT_OF_RANGE.name(), Map.of("min", min, "max", max)));
    }
  }

  /**
   * Wants a reason.
   *
   * @param context where it is
   */
  public void reason(Context context) {
    if (!context.hasReason()) {
      add("/reason", FaultCode.REQUIRED);
    }
  }

  /**
   * Wants a day that is over or today.
   *
   * @param pointer JSON Pointer into the command's body
   * @param day the day
   * @param context tells today
   */
  public void notInFuture(String pointer, LocalDate day, Context context) {
    if (day.isAfter(context.today())) {
      add(pointer, FaultCode.IN_FUTURE);
    }
  }

  /**
   * Wants today or a day to come.
   *
   * @param pointer JSON Pointer into the command's body
   * @param day the day
   * @param context tells today
   */
  public void notInPast(String pointer, LocalDate day, Context context) {
    if (day.isBefore(context.today())) {
      add(pointer, FaultCode.IN_PAST);
    }
  }

  /**
   * Wants a day not before another one.
   *
   * @param pointer JSON Pointer into the command's body
   * @param day the day
   * @param first the earliest day allowed
   * @param code what it is otherwise
   * @param detail under which name to tell the earliest day
   */
  public void notBefore(
      String pointer, LocalDate day, LocalDate first, FaultCode code, String detail) {
    if (day.isBefore(first)) {
      add(pointer, code, detail, first);
    }
  }

  /**
   * Wants every key once.
   *
   * @param keys of a list's items, in order; null where an item has none
   * @param pointer JSON Pointer of an item's key, with {@code %d} for its place
   */
  public void distinct(List<? extends @Nullable Object> keys, String pointer) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < keys.size(); i++) {
      Object key = keys.get(i);
      if (key != null && !seen.add(key)) {
        add(pointer.formatted(i), FaultCode.DUPLICATE);
      }
    }
  }

  /**
   * Wants a unit that is known.
   *
   * @param pointer JSON Pointer into the command's body
   * @param code the unit's code; null is no fault
   * @param reference tells the units
   */
  public void unitKnown(String pointer, @Nullable String code, Reference reference) {
    if (code != null && reference.unit(code).isEmpty()) {
      add(pointer, FaultCode.UNIT_UNKNOWN);
    }
  }

  /**
   * Refuses the command when anything was wrong.
   *
   * @throws InvalidCommand with all faults
   */
  public void refuse() {
    if (!found.isEmpty()) {
      throw new InvalidCommand(found);
    }
  }
}
