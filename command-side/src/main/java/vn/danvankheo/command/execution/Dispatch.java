package vn.danvankheo.command.execution;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Command;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.events.metadata.EventMetadata;

/** A command on its way to its aggregate, with all that the decision needs, and what came of it. */
final class Dispatch {
  private final Command command;
  private final Expectation expectation;
  private final Context context;
  private final EventMetadata metadata;
  private @Nullable Decided decided;

  Dispatch(Command command, Expectation expectation, Context context, EventMetadata metadata) {
    this.command = command;
    this.expectation = expectation;
    this.context = context;
    this.metadata = metadata;
  }

  Command command() {
    return command;
  }

  Expectation expectation() {
    return expectation;
  }

  Context context() {
    return context;
  }

  EventMetadata metadata() {
    return metadata;
  }

  void decided(Decided outcome) {
    this.decided = outcome;
  }

  Decided decided() {
    if (decided == null) {
      throw new IllegalStateException("No aggregate has decided on " + command.getClass());
    }
    return decided;
  }
}
