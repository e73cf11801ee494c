package vn.danvankheo.command.execution;

/** The decision was made on a state that another process has gone on from. */
final class StaleAggregate extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StaleAggregate() {
    super("The aggregate in memory was out of date", null, false, false);
  }
}
