package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.events.state.Commendation;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.events.vocabulary.CommendationBasis;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.EntitledIssuers;
import vn.danvankheo.events.vocabulary.Recipient;
import vn.danvankheo.events.vocabulary.SubjectKind;

/** Who may give an award, who gets it once only, who may take it back. */
final class Awards {
  /** Provinces and communes were regrouped, districts abolished; the awarding body may be gone. */
  private static final LocalDate REORGANISED_ON = LocalDate.of(2025, 7, 1);

  private Awards() {}

  /** The same form goes to a recipient once in a period; what was revoked doesn't count. */
  static void wantNew(CommendModel command, Term term, ModelState state) {
    List<Key> wanted =
        keys(
                command.form(),
                Span.of(command.basis(), term.year(), command.periodFrom(), command.periodTo()),
                command.recipients())
            .toList();
    boolean given =
        state.terms().stream()
            .flatMap(
                t -> t.commendations().stream().filter(c -> !c.revoked()).flatMap(c -> keys(t, c)))
            .anyMatch(wanted::contains);
    if (given) {
      throw new RuleBroken(Rule.DUPLICATE_COMMENDATION, Map.of("form", command.form()));
    }
  }

  static void wantEntitled(CommendModel command, Term term, ModelState state, Context context) {
    String issuer = VietnameseText.fold(command.decision().issuer());
    boolean barred =
        context
            .reference()
            .planFor(state.form().unitCode(), term.year())
            .map(plan -> plan.content().entitledIssuers())
            .stream()
            .flatMap(List::stream)
            .filter(entitled -> entitled.form() == command.form())
            .map(EntitledIssuers::issuers)
            .anyMatch(names -> names.stream().map(VietnameseText::fold).noneMatch(issuer::equals));
    if (barred) {
      throw new RuleBroken(
          Rule.ISSUER_NOT_ENTITLED,
          Map.of("form", command.form(), "issuer", command.decision().issuer()));
    }
  }

  /** Only the awarding body takes an award back, or who came after it. */
  static void checkRevocation(
      Decision revoking, Decision awarding, Context context, Faults faults) {
    faults.notInFuture("/decision/issuedOn", revoking.issuedOn(), context);
    faults.notBefore(
        "/decision/issuedOn",
        revoking.issuedOn(),
        awarding.issuedOn(),
        FaultCode.BEFORE_AWARD,
        "awardedOn");
    boolean succeeded =
        awarding.issuedOn().isBefore(REORGANISED_ON)
            && !revoking.issuedOn().isBefore(REORGANISED_ON);
    boolean same =
        VietnameseText.fold(revoking.issuer()).equals(VietnameseText.fold(awarding.issuer()));
    if (!same && !succeeded) {
      faults.add("/decision/issuer", FaultCode.NOT_AWARDING_BODY, "issuer", awarding.issuer());
    }
  }

  /** What makes two recipients the same. */
  static Who who(Recipient recipient) {
    return new Who(
        recipient.kind(), VietnameseText.fold(recipient.name().text()), recipient.unitCode());
  }

  private static Stream<Key> keys(Term term, Commendation given) {
    Span span = Span.of(given.basis(), term.year(), given.periodFrom(), given.periodTo());
    return keys(given.form(), span, given.recipients());
  }

  private static Stream<Key> keys(CommendationForm form, Span span, List<Recipient> recipients) {
    return recipients.stream().map(recipient -> new Key(form, span, who(recipient)));
  }

  record Who(SubjectKind kind, String foldedName, String unitCode) {
    /** Hides the name. */
    @Override
    public String toString() {
      return kind + " of " + unitCode;
    }
  }

  private record Key(CommendationForm form, Span span, Who who) {}

  private record Span(CommendationBasis basis, int from, int to) {
    static Span of(
        CommendationBasis basis, int year, @Nullable Integer from, @Nullable Integer to) {
      return new Span(basis, from == null ? year : from, to == null ? year : to);
    }
  }
}
