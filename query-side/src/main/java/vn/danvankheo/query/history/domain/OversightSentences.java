package vn.danvankheo.query.history.domain;

import java.math.BigDecimal;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.fold.Fold;
import vn.danvankheo.events.model.PersonalDataErased;
import vn.danvankheo.events.oversight.AuditExported;
import vn.danvankheo.events.oversight.LoginFailed;
import vn.danvankheo.events.oversight.ReplayFinished;
import vn.danvankheo.events.oversight.ReplayTold;
import vn.danvankheo.events.oversight.VerificationFinished;
import vn.danvankheo.events.oversight.ViewsSwapped;

/** How is told what was done to or with the registry itself, and what was taken out of it. */
final class OversightSentences {
  private OversightSentences() {}

  private static Telling erased(Telling t, PersonalDataErased e) {
    t.say("PersonalDataErased").with("field", e.field()).say("erasedField");
    if (e.commendation() != null && e.recipient() != null) {
      t.with("recipient", e.recipient()).with("no", e.commendation()).say("erasedRecipient");
    }
    return ReferenceSentences.by(t.reason(e.reason()), e.basis());
  }

  private static Telling replayed(Telling t, ReplayFinished e) {
    return e.target().equals("views")
        ? t.say("viewsReplayed").say(e.same() ? "viewsReplaced" : "viewsKept")
        : t.say("ReplayFinished").say(e.same() ? "replayedTheSame" : "replayedDiffering");
  }

  static void add(Fold.Builder<Telling, DomainEvent> cases) {
    cases
        .on(PersonalDataErased.class, (t, e, r) -> erased(t, e))
        .on(LoginFailed.class, (t, e, r) -> t.say("LoginFailed").say("intoAccount", e.userName()))
        .on(
            AuditExported.class,
            (t, e, r) ->
                t.with("count", BigDecimal.valueOf(e.events()))
                    .with("filter", e.filter())
                    .say("AuditExported")
                    .sayIf(e.personal(), "withPersonalData"))
        .on(
            VerificationFinished.class,
            (t, e, r) ->
                t.with("from", e.from())
                    .with("to", e.to())
                    .with("count", BigDecimal.valueOf(e.events()))
                    .with("findings", e.findings())
                    .say("VerificationFinished"))
        .on(
            ViewsSwapped.class,
            (t, e, r) ->
                t.with("count", e.differing())
                    .say(e.differing() == null ? "viewsTakenBack" : "viewsAccepted"))
        .on(
            ReplayTold.class,
            (t, e, r) ->
                t.with("count", e.rateLimit())
                    .say("replayTold" + e.instruction())
                    .sayIf(e.rateLimit() != null, "replayRate"))
        .on(
            ReplayFinished.class,
            (t, e, r) -> replayed(t.with("count", BigDecimal.valueOf(e.events())), e));
  }
}
