package vn.danvankheo.command.domain;

/** A wish of an actor about one aggregate. */
public interface Command {
  /**
   * The aggregate it is about.
   *
   * @return the stream's id
   */
  String aggregateId();
}
