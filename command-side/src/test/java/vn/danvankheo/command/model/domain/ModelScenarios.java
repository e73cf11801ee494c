package vn.danvankheo.command.model.domain;

import static vn.danvankheo.events.samples.FormSamples.CENTRE;
import static vn.danvankheo.events.samples.UnitSamples.unitRegistered;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.danvankheo.command.domain.KnownReference;
import vn.danvankheo.command.domain.Scenario;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.samples.PlanSamples;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.vocabulary.Role;

/**
 * What scenarios about models share: the office VP with the centre and a department under it, plans
 * for 2022 to 2026, a leader, the end of 2024.
 */
final class ModelScenarios {
  static final String OFFICE = "VP";
  static final String DEPARTMENT = "VP-NC";
  static final LocalDate TODAY = LocalDate.of(2024, 12, 27);
  static final LocalDate TOMORROW = TODAY.plusDays(1);
  static final LocalDate YESTERDAY = TODAY.minusDays(1);

  private ModelScenarios() {}

  static KnownReference office() {
    KnownReference known =
        new KnownReference()
            .unit(OFFICE, unitRegistered(OFFICE, null))
            .unit(CENTRE, unitRegistered(CENTRE, OFFICE))
            .unit(DEPARTMENT, unitRegistered(DEPARTMENT, OFFICE));
    for (int year = 2022; year <= 2026; year++) {
      known.plan(PlanSamples.plan(year));
    }
    return known;
  }

  static Scenario<ModelCommand, ModelState, ModelEvent> given(ModelEvent... history) {
    return given(office(), history);
  }

  static Scenario<ModelCommand, ModelState, ModelEvent> given(
      KnownReference reference, ModelEvent... history) {
    Actor leader = new Actor("cvp", "Chánh Văn phòng", OFFICE, Role.LEADER);
    return new Scenario<>(new ModelDecider(), List.of(history), reference, leader, TODAY);
  }

  /** A history and what came after it. */
  static ModelEvent[] then(ModelEvent[] history, ModelEvent... later) {
    return Stream.concat(Stream.of(history), Stream.of(later)).toArray(ModelEvent[]::new);
  }
}
