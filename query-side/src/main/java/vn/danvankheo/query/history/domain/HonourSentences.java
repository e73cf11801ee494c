package vn.danvankheo.query.history.domain;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.fold.Fold;
import vn.danvankheo.events.model.CommendationRevoked;
import vn.danvankheo.events.model.ExemplarDesignated;
import vn.danvankheo.events.model.ModelCommended;
import vn.danvankheo.events.model.ModelRecognized;
import vn.danvankheo.events.model.RecognitionRefused;
import vn.danvankheo.events.vocabulary.Decision;

/** How recognition, designation and commendation are told. */
final class HonourSentences {
  private HonourSentences() {}

  static void add(Fold.Builder<Telling, DomainEvent> cases) {
    cases
        .on(
            ModelRecognized.class,
            (t, e, r) ->
                by(
                    t.with("year", e.year())
                        .with("level", e.level())
                        .with("score", e.score())
                        .say("ModelRecognized"),
                    e.decision()))
        .on(
            RecognitionRefused.class,
            (t, e, r) -> t.with("year", e.year()).say("RecognitionRefused").reason(e.reason()))
        .on(
            ExemplarDesignated.class,
            (t, e, r) ->
                by(
                    t.with("year", e.year()).with("level", e.level()).say("ExemplarDesignated"),
                    e.decision()))
        .on(
            ModelCommended.class,
            (t, e, r) ->
                by(
                    t.with("year", e.year())
                        .with("no", e.no())
                        .with("form", e.form())
                        .with("count", e.recipients().size())
                        .say("ModelCommended"),
                    e.decision()))
        .on(CommendationRevoked.class, (t, e, r) -> revoked(t, e));
  }

  private static Telling revoked(Telling t, CommendationRevoked e) {
    t.with("year", e.year())
        .with("no", e.commendation())
        .with("ground", e.ground())
        .say("CommendationRevoked")
        .sayIf(Boolean.TRUE.equals(e.bonusRecovered()), "bonusRecovered");
    return by(t.reason(e.reason()), e.decision());
  }

  static Telling by(Telling t, @Nullable Decision decision) {
    return decision == null
        ? t
        : t.basis(decision.number(), decision.issuedOn(), decision.issuer());
  }
}
