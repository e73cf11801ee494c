package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.SourceModel;

/**
 * Registers a model for its first year. After the plan's day it needs the context's reason.
 *
 * @param id the new id, drawn by the caller
 * @param code the new registration code, drawn by the caller
 * @param year the term, 2000 to 2100
 * @param form the whole form
 * @param objectives the year's targets, 1 to 20
 * @param registeredOn the day it was handed in; null means today. An earlier day (a paper form
 *     entered later) needs the context's reason, a later one is a fault; lateness is judged by it
 * @param replicatedFrom the source when it is a replica
 */
public record RegisterModel(
    String id,
    String code,
    int year,
    ModelForm form,
    List<Objective> objectives,
    @Nullable LocalDate registeredOn,
    @Nullable SourceModel replicatedFrom)
    implements ModelCommand {
  /** Keeps its own copies of the lists. */
  public RegisterModel {
    objectives = List.copyOf(objectives);
  }

  @Override
  public String aggregateId() {
    return id;
  }

  /**
   * The same wish under a registration code.
   *
   * @param drawn the new registration code
   * @return a copy
   */
  public RegisterModel numbered(String drawn) {
    return new RegisterModel(id, drawn, year, form, objectives, registeredOn, replicatedFrom);
  }
}
