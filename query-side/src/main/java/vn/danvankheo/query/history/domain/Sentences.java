package vn.danvankheo.query.history.domain;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.account.AccountEvent;
import vn.danvankheo.events.fold.Fold;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.oversight.OversightEvent;
import vn.danvankheo.events.plan.PlanEvent;
import vn.danvankheo.events.rating.RatingEvent;
import vn.danvankheo.events.report.ReportEvent;
import vn.danvankheo.events.unit.UnitEvent;

/**
 * Every event in one sentence: who by position, what, on what basis, why. Persons' names are never
 * part of it, so that it may be stored and searched.
 */
public final class Sentences {
  private static final Fold<Telling, DomainEvent> CASES = cases();

  private final Wording wording;

  /**
   * Tells events in one language.
   *
   * @param wording says single values
   */
  public Sentences(Wording wording) {
    this.wording = wording;
  }

  /**
   * Tells an event.
   *
   * @param event the event
   * @param before the aggregate before it, from which a finding's words are taken; null when
   *     unknown
   * @return a whole sentence
   */
  public String of(StoredEvent event, @Nullable Record before) {
    return recalling(event, Recalled.of(event.recorded().event(), before).orElse(null));
  }

  /**
   * Tells an event when the aggregate before it is not at hand.
   *
   * @param event the event
   * @param recalled what {@link Recalled} kept of the aggregate; null when there was nothing
   * @return a whole sentence
   */
  public String recalling(StoredEvent event, @Nullable String recalled) {
    Telling telling = new Telling(wording, event.metadata(), recalled);
    return CASES.apply(telling, event.recorded()).end();
  }

  private static Fold<Telling, DomainEvent> cases() {
    Fold.Builder<Telling, DomainEvent> cases =
        Fold.over(
            ModelEvent.class,
            UnitEvent.class,
            PlanEvent.class,
            AccountEvent.class,
            RatingEvent.class,
            ReportEvent.class,
            OversightEvent.class);
    RegistrationSentences.add(cases);
    WorkSentences.add(cases);
    HonourSentences.add(cases);
    ReferenceSentences.add(cases);
    OversightSentences.add(cases);
    return cases.build();
  }
}
