package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Objective;

/**
 * Lets another unit take the model over. The caller records the takeover and registers the copy in
 * the same transaction, by the form of {@link ReplicaForm}.
 *
 * @param id the source's id
 * @param replicaId the new model's id, drawn by the caller
 * @param unitCode the receiving unit
 * @param year the copy's first term, 2000 to 2100
 * @param title the copy's title; null means the source's
 * @param location where; null means the source's
 * @param objectives the copy's targets; null means the source's
 * @param registeredOn the day the copy was handed in, as for any registration; null means today
 */
public record ReplicateModel(
    String id,
    String replicaId,
    String unitCode,
    int year,
    @Nullable String title,
    @Nullable String location,
    @Nullable List<Objective> objectives,
    @Nullable LocalDate registeredOn)
    implements ModelCommand {
  /** Keeps its own copies of the lists. */
  public ReplicateModel {
    objectives = objectives == null ? null : List.copyOf(objectives);
  }

  @Override
  public String aggregateId() {
    return id;
  }
}
