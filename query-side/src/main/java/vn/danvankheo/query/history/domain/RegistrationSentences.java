package vn.danvankheo.query.history.domain;

import java.util.ArrayList;
import java.util.List;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.fold.Fold;
import vn.danvankheo.events.fold.Patch;
import vn.danvankheo.events.model.ModelApproved;
import vn.danvankheo.events.model.ModelClosed;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.model.ModelRenewed;
import vn.danvankheo.events.model.ModelReplicated;
import vn.danvankheo.events.model.ModelResubmitted;
import vn.danvankheo.events.model.ModelReturned;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.model.ModelWithdrawn;
import vn.danvankheo.events.text.VietnameseText;

/** How a model's registration, its changes and its end are told. */
final class RegistrationSentences {
  private RegistrationSentences() {}

  static void add(Fold.Builder<Telling, DomainEvent> cases) {
    cases
        .on(ModelRegistered.class, (t, e, r) -> registered(t, e))
        .on(ModelUpdated.class, (t, e, r) -> updated(t, e))
        .on(
            ModelReturned.class,
            (t, e, r) ->
                t.with("year", e.year())
                    .with("date", e.dueOn())
                    .say("ModelReturned")
                    .reason(e.reason()))
        .on(
            ModelResubmitted.class,
            (t, e, r) ->
                t.with("year", e.year())
                    .say("ModelResubmitted")
                    .sayIf(e.late(), "late")
                    .say("note", e.note()))
        .on(ModelApproved.class, (t, e, r) -> approved(t, e))
        .on(
            ModelWithdrawn.class,
            (t, e, r) -> t.with("year", e.year()).say("ModelWithdrawn").reason(e.reason()))
        .on(
            ModelRenewed.class,
            (t, e, r) ->
                t.with("year", e.year())
                    .with("date", e.registeredOn())
                    .say("ModelRenewed")
                    .sayIf(e.late(), "late"))
        .on(
            ModelReplicated.class,
            (t, e, r) ->
                t.with("year", e.year())
                    .with("unit", t.wording.unit(e.unitCode()))
                    .say("ModelReplicated"))
        .on(
            ModelClosed.class,
            (t, e, r) ->
                t.with("year", e.year())
                    .with("outcome", e.outcome())
                    .say("ModelClosed")
                    .reason(e.reason()));
  }

  private static Telling registered(Telling t, ModelRegistered e) {
    String unit = e.form().unitCode();
    t.with("title", e.form().title() == null ? e.code() : e.form().title())
        .with("unit", unit == null ? "…" : t.wording.unit(unit))
        .with("year", e.year())
        .with("code", e.code())
        .with("date", e.registeredOn())
        .say("ModelRegistered")
        .sayIf(e.late(), "late");
    return e.replicatedFrom() == null
        ? t
        : t.with("unit", t.wording.unit(e.replicatedFrom().unitCode()))
            .say("replicatedFrom", e.replicatedFrom().title());
  }

  private static Telling updated(Telling t, ModelUpdated e) {
    List<String> fields = new ArrayList<>(new Patch<>(e.changed(), e.cleared()).touched());
    if (e.objectives() != null) {
      fields.add("objectives");
    }
    return t.with("year", e.year())
        .with("fields", fieldList(t, fields))
        .say("ModelUpdated")
        .sayIf(e.afterReport(), "afterReport");
  }

  private static Telling approved(Telling t, ModelApproved e) {
    t.with("year", e.year())
        .say("ModelApproved")
        .sayIf(e.selfApproved(), "selfApproved")
        .say("note", e.note());
    return HonourSentences.by(t, e.decision());
  }

  static String fieldList(Telling t, List<String> fields) {
    return String.join(
        ", ",
        fields.stream()
            .map(field -> VietnameseText.lowerFirst(t.wording.words("change." + field)))
            .toList());
  }
}
