package vn.danvankheo.command.execution;

import java.util.List;

/**
 * What a command came to.
 *
 * @param aggregateId the aggregate's stream
 * @param version sequence number of its last event, from 0
 * @param position the place in the log of the last event of the whole request; where nothing was
 *     appended, that of the aggregate's last event
 * @param eventIds the aggregate's new events, in their order; empty when nothing changed
 */
public record CommandResult(
    String aggregateId, long version, long position, List<String> eventIds) {
  /** Keeps its own copy of the list. */
  public CommandResult {
    eventIds = List.copyOf(eventIds);
  }
}
