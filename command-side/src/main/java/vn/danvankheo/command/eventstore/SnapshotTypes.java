package vn.danvankheo.command.eventstore;

import java.util.List;

/**
 * All kinds of aggregates that have snapshots.
 *
 * @param all at most one for each shell and name
 */
public record SnapshotTypes(List<SnapshotType<?, ?>> all) {
  /** Keeps its own copy of the list. */
  public SnapshotTypes {
    all = List.copyOf(all);
  }
}
