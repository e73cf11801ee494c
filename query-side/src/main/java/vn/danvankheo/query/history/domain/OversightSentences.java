package vn.danvankheo.query.history.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  private static final Pattern CHOICE =
      Pattern.compile("(aggregate|unit|from|to|actor|type|requestId|eventId)=(.*)");

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

  /** What was chosen for an export, such as {@code unit=VP from=2024-01-01T00:00:00Z}. */
  private static String filter(Wording wording, String filter) {
    return filter.isBlank()
        ? wording.words("filter.all")
        : Arrays.stream(filter.split(" (?=[A-Za-z]+=)"))
            .map(choice -> choice(wording, choice))
            .collect(Collectors.joining(", "));
  }

  private static String choice(Wording wording, String choice) {
    Matcher found = CHOICE.matcher(choice);
    if (!found.matches()) {
      return choice;
    }
    String value = found.group(2);
    String said =
        switch (found.group(1)) {
          case "unit" -> wording.unit(value);
          case "from", "to" -> wording.dated(value);
          default -> value;
        };
    return wording.words("filter." + found.group(1)) + " " + said;
  }

  static void add(Fold.Builder<Telling, DomainEvent> cases) {
    cases
        .on(PersonalDataErased.class, (t, e, r) -> erased(t, e))
        .on(
            LoginFailed.class,
            (t, e, r) ->
                t.isBy(e.userName())
                    ? t.with("user", e.userName()).say("wrongOwnPassword")
                    : t.say("LoginFailed").say("intoAccount", e.userName()))
        .on(
            AuditExported.class,
            (t, e, r) ->
                t.with("count", BigDecimal.valueOf(e.events()))
                    .with("filter", filter(t.wording, e.filter()))
                    .say("AuditExported")
                    .sayIf(e.personal(), "withPersonalData"))
        .on(
            VerificationFinished.class,
            (t, e, r) ->
                t.with("from", e.from())
                    .with("to", e.to())
                    .with("count", BigDecimal.valueOf(e.events()))
                    .with("findings", e.findings())
                    .say("VerificationFinished")
                    .say(e.findings() == 0 ? "nothingFound" : "somethingFound"))
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
