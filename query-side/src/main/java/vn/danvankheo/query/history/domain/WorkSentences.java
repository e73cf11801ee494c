package vn.danvankheo.query.history.domain;

import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.fold.Fold;
import vn.danvankheo.events.model.FindingExtended;
import vn.danvankheo.events.model.FindingRemedied;
import vn.danvankheo.events.model.InspectionAnnulled;
import vn.danvankheo.events.model.ModelInspected;
import vn.danvankheo.events.model.ProgressReported;
import vn.danvankheo.events.model.RemedyConfirmed;
import vn.danvankheo.events.model.RemedyRejected;
import vn.danvankheo.events.model.ReminderSent;

/** How reports, inspections, findings and reminders are told. */
final class WorkSentences {
  private WorkSentences() {}

  static void add(Fold.Builder<Telling, DomainEvent> cases) {
    cases
        .on(
            ProgressReported.class,
            (t, e, r) ->
                t.with("year", e.year())
                    .with("period", t.wording.period(e.period()))
                    .with("date", e.reportedOn())
                    .say("ProgressReported")
                    .say("corrects", e.corrects()))
        .on(ModelInspected.class, (t, e, r) -> inspected(t, e))
        .on(
            FindingRemedied.class,
            (t, e, r) ->
                finding(t, e.year(), e.inspection(), e.finding())
                    .with("date", e.doneOn())
                    .with("note", e.note())
                    .say("FindingRemedied"))
        .on(
            RemedyConfirmed.class,
            (t, e, r) -> finding(t, e.year(), e.inspection(), e.finding()).say("RemedyConfirmed"))
        .on(
            RemedyRejected.class,
            (t, e, r) ->
                finding(t, e.year(), e.inspection(), e.finding())
                    .with("date", e.dueOn())
                    .say("RemedyRejected")
                    .reason(e.reason()))
        .on(
            FindingExtended.class,
            (t, e, r) ->
                finding(t, e.year(), e.inspection(), e.finding())
                    .with("date", e.dueOn())
                    .say("FindingExtended")
                    .reason(e.reason()))
        .on(
            InspectionAnnulled.class,
            (t, e, r) ->
                t.with("year", e.year())
                    .with("inspection", e.inspection())
                    .say("InspectionAnnulled")
                    .reason(e.reason()))
        .on(
            ReminderSent.class,
            (t, e, r) ->
                t.with("unit", t.wording.unit(e.unitCode()))
                    .with("year", e.year())
                    .with("about", e.about())
                    .with("date", e.dueOn())
                    .with("message", e.message())
                    .say("ReminderSent"));
  }

  private static Telling inspected(Telling t, ModelInspected e) {
    t.with("kind", e.kind())
        .with("inspection", e.no())
        .with("year", e.year())
        .with("date", e.inspectedOn())
        .with("minutes", e.minutesNumber())
        .with("total", e.total())
        .with("rating", e.rating())
        .say("ModelInspected");
    return e.findings().isEmpty() ? t : t.say("findings", e.findings().size());
  }

  private static Telling finding(Telling t, int year, int inspection, int finding) {
    String words = t.recalled == null ? "" : " “" + t.recalled + "”";
    return t.with("year", year)
        .with("inspection", inspection)
        .with("finding", finding)
        .with("text", words);
  }
}
