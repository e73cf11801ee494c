package vn.danvankheo.command.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Fault;
import vn.danvankheo.command.domain.InvalidCommand;
import vn.danvankheo.command.domain.RuleBroken;

/**
 * Why one of several commands was refused.
 *
 * @param kind what kind of problem it is
 * @param code the rule's code; null unless a rule was broken
 * @param details what the words need, by name
 * @param faults wrong fields; empty unless fields are invalid
 * @param currentVersion the version there is; null unless another one was expected
 */
public record Refusal(
    Kind kind,
    @Nullable String code,
    Map<String, Object> details,
    List<Fault> faults,
    @Nullable Long currentVersion) {

  /** What kind of problem it is. */
  public enum Kind {
    /** A rule of the domain. */
    RULE_BROKEN,
    /** Fields break rules that only the domain knows. */
    INVALID,
    /** Another version was expected. */
    STALE,
    /** There is no such aggregate. */
    UNKNOWN
  }

  /** Whether an exception is an answer to the caller, not an accident. */
  static boolean is(Throwable thrown) {
    return thrown instanceof RuleBroken
        || thrown instanceof InvalidCommand
        || thrown instanceof StaleVersion
        || thrown instanceof AggregateUnknown;
  }

  static Refusal of(Throwable thrown) {
    if (thrown instanceof RuleBroken broken) {
      return new Refusal(
          Kind.RULE_BROKEN, broken.rule().name(), plain(broken.details()), List.of(), null);
    }
    if (thrown instanceof InvalidCommand invalid) {
      List<Fault> faults =
          invalid.faults().stream()
              .map(fault -> new Fault(fault.pointer(), fault.code(), plain(fault.details())))
              .toList();
      return new Refusal(Kind.INVALID, null, Map.of(), faults, null);
    }
    if (thrown instanceof StaleVersion stale) {
      return new Refusal(Kind.STALE, null, Map.of(), List.of(), stale.currentVersion());
    }
    return new Refusal(Kind.UNKNOWN, null, Map.of(), List.of(), null);
  }

  /** What comes back from a remembered answer as it was: the words are the same both times. */
  private static Map<String, Object> plain(Map<String, Object> details) {
    Map<String, Object> plain = new HashMap<>();
    details.forEach(
        (name, value) -> plain.put(name, value instanceof Integer ? value : String.valueOf(value)));
    return plain;
  }
}
