package vn.danvankheo.query.history.domain;

import java.math.BigDecimal;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.fold.Fold;
import vn.danvankheo.events.oversight.AuditExported;
import vn.danvankheo.events.oversight.LoginFailed;
import vn.danvankheo.events.oversight.VerificationFinished;

/** How is told what was done to or with the registry itself. */
final class OversightSentences {
  private OversightSentences() {}

  static void add(Fold.Builder<Telling, DomainEvent> cases) {
    cases
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
                    .say("VerificationFinished"));
  }
}
