package vn.danvankheo.command.domain;

/** A wish of an actor about one aggregate. */
public interface Command {
  /**
   * The aggregate it is about.
   *
   * @return the stream's id
   */
  String aggregateId();

  /**
   * Whether the decision compares names or telephone numbers, which are sealed otherwise.
   *
   * @return false unless the command says so
   */
  default boolean comparesPersonalTexts() {
    return false;
  }
}
