package vn.danvankheo.command.execution;

/** One of several requests stood in the way of all: each has to be carried out by itself. */
final class NotTogether extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotTogether(Throwable cause) {
    super("The requests could not be written together", cause, false, false);
  }
}
