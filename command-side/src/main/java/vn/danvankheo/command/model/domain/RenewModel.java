package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Objective;

/**
 * Registers the model again for a later year. A gap of years or a late day needs the context's
 * reason.
 *
 * @param id the model's id
 * @param year the new term, 2000 to 2100
 * @param objectives the new year's targets; null means those of the term before
 * @param registeredOn the day it was handed in; null means today. An earlier day (a paper form
 *     entered later) needs the context's reason, a later one is a fault; lateness is judged by it
 */
public record RenewModel(
    String id, int year, @Nullable List<Objective> objectives, @Nullable LocalDate registeredOn)
    implements ModelCommand {
  /** Keeps its own copies of the lists. */
  public RenewModel {
    objectives = objectives == null ? null : List.copyOf(objectives);
  }

  @Override
  public String aggregateId() {
    return id;
  }
}
