package vn.danvankheo.command.model.domain;

import java.util.List;
import java.util.Map;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.events.model.CommendationRevoked;
import vn.danvankheo.events.model.ModelCommended;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.state.Commendation;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.CommendationBasis;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Recipient;
import vn.danvankheo.events.vocabulary.SubjectKind;

/** The highest rung of honour, and taking it back. */
final class Commending {
  private Commending() {}

  static List<ModelEvent> commend(CommendModel command, ModelState state, Context context) {
    Term term = LifeCycle.term(state, command.year());
    (atOnce(command) ? LifeCycle.HONOUR_AT_ONCE : LifeCycle.HONOUR).allows(term);
    Faults faults = new Faults();
    Periods.check(command, faults);
    checkDay(command, term, context, faults);
    checkRecipients(command.recipients(), context, faults);
    faults.refuse();
    Periods.wantRecognized(command, term, state, context);
    Awards.wantNew(command, term, state);
    Awards.wantEntitled(command, term, state, context);
    return List.of(commended(command, state, term));
  }

  static List<ModelEvent> revoke(RevokeCommendation command, ModelState state, Context context) {
    Award award = find(command, state);
    if (award.commendation().revoked()) {
      throw new RuleBroken(Rule.ALREADY_REVOKED, Map.of("commendation", command.commendation()));
    }
    Faults faults = new Faults();
    faults.reason(context);
    Awards.checkRevocation(command.decision(), award.commendation().decision(), context, faults);
    faults.refuse();
    return List.of(
        new CommendationRevoked(
            award.term().year(),
            command.commendation(),
            command.ground(),
            context.givenReason(),
            command.decision(),
            command.bonusRecovered()));
  }

  /** Praise and what is given at once for sudden merit need no recognition. */
  private static boolean atOnce(CommendModel command) {
    return command.form() == CommendationForm.PRAISE || command.basis() == CommendationBasis.AD_HOC;
  }

  private static void checkDay(CommendModel command, Term term, Context context, Faults faults) {
    faults.notInFuture("/decision/issuedOn", command.decision().issuedOn(), context);
    if (!atOnce(command)) {
      Recognizing.notBeforeRecognition(command.decision().issuedOn(), term, faults);
    }
  }

  private static void checkRecipients(List<Recipient> recipients, Context context, Faults faults) {
    if (recipients.isEmpty()) {
      faults.add("/recipients", FaultCode.REQUIRED);
    }
    faults.distinct(recipients.stream().map(Awards::who).toList(), "/recipients/%d");
    for (int i = 0; i < recipients.size(); i++) {
      String pointer = "/recipients/" + i + "/unitCode";
      faults.unitKnown(pointer, recipients.get(i).unitCode(), context.reference());
    }
  }

  private static ModelCommended commended(CommendModel command, ModelState state, Term term) {
    return new ModelCommended(
        term.year(),
        (int) state.commendations().count() + 1,
        command.form(),
        command.basis(),
        command.decision(),
        command.merit(),
        command.recipients().stream().map(Commending::marked).toList(),
        command.periodFrom(),
        command.periodTo());
  }

  /** A collective's name is no person's. */
  private static Recipient marked(Recipient recipient) {
    PersonalText name =
        new PersonalText(recipient.name().text(), recipient.kind() != SubjectKind.COLLECTIVE);
    return new Recipient(
        recipient.kind(), name, recipient.unitCode(), recipient.position(), recipient.bonusVnd());
  }

  private static Award find(RevokeCommendation command, ModelState state) {
    List<Term> terms =
        command.year() == null ? state.terms() : List.of(LifeCycle.term(state, command.year()));
    return terms.stream()
        .flatMap(term -> term.commendations().stream().map(given -> new Award(term, given)))
        .filter(award -> award.commendation().no() == command.commendation())
        .findFirst()
        .orElseThrow(
            () ->
                new RuleBroken(
                    Rule.COMMENDATION_UNKNOWN, Map.of("commendation", command.commendation())));
  }

  private record Award(Term term, Commendation commendation) {}
}
