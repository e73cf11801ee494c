package vn.danvankheo.command.execution;

/** There is no such model, unit, plan or account. */
public final class AggregateUnknown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String aggregateId;

  AggregateUnknown(String aggregateId) {
    super("No such aggregate", null, false, false);
    this.aggregateId = aggregateId;
  }

  /**
   * What was asked for.
   *
   * @return the stream's id
   */
  public String aggregateId() {
    return aggregateId;
  }
}
