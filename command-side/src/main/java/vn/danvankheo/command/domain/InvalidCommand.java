package vn.danvankheo.command.domain;

import java.util.List;

/** Fields break rules that only the domain knows; all of them at once. */
public final class InvalidCommand extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /**
   * A refusal.
   *
   * @param faults at least one
   */
  public InvalidCommand(List<Fault> faults) {
    super("Invalid fields", null, false, false);
    this.faults = List.copyOf(faults);
  }

  /**
   * What is wrong.
   *
   * @return at least one
   */
  public List<Fault> faults() {
    return faults;
  }
}
