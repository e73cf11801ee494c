package vn.danvankheo.query.history.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.account.AccountChanged;
import vn.danvankheo.events.account.AccountDataErased;
import vn.danvankheo.events.account.AccountOpened;
import vn.danvankheo.events.fold.Fold;
import vn.danvankheo.events.fold.Patch;
import vn.danvankheo.events.plan.PlanAmended;
import vn.danvankheo.events.plan.PlanIssued;
import vn.danvankheo.events.rating.UnitRated;
import vn.danvankheo.events.report.ReportIssued;
import vn.danvankheo.events.unit.UnitDissolved;
import vn.danvankheo.events.unit.UnitMerged;
import vn.danvankheo.events.unit.UnitMoved;
import vn.danvankheo.events.unit.UnitRegistered;
import vn.danvankheo.events.unit.UnitReminderSent;
import vn.danvankheo.events.unit.UnitRenamed;
import vn.danvankheo.events.unit.UnitSplit;
import vn.danvankheo.events.vocabulary.LegalBasis;

/** How units, plans, accounts and yearly ratings are told. */
final class ReferenceSentences {
  private ReferenceSentences() {}

  static void add(Fold.Builder<Telling, DomainEvent> cases) {
    addUnits(cases);
    cases
        .on(PlanIssued.class, (t, e, r) -> issued(t, e))
        .on(
            PlanAmended.class,
            (t, e, r) ->
                t.with("plan", id(r.aggregateId()))
                    .with(
                        "fields",
                        RegistrationSentences.fieldList(
                            t, new Patch<>(e.changed(), e.cleared()).touched()))
                    .say("PlanAmended"))
        .on(
            AccountOpened.class,
            (t, e, r) ->
                t.with("user", e.userName())
                    .with("position", e.position())
                    .with("roles", roles(t, e.roles()))
                    .say("AccountOpened"))
        .on(AccountChanged.class, (t, e, r) -> changed(t, e, id(r.aggregateId())))
        .on(
            ReportIssued.class,
            (t, e, r) ->
                t.with("number", e.number())
                    .with("date", e.issuedOn())
                    .with("type", e.scope().type())
                    .with("unit", t.wording.unit(e.scope().unitCode()))
                    .with("from", e.scope().from())
                    .with("to", e.scope().to())
                    .say("ReportIssued"))
        .on(
            AccountDataErased.class,
            (t, e, r) ->
                by(
                    t.with("user", id(r.aggregateId())).say("AccountDataErased").reason(e.reason()),
                    e.basis()))
        .on(
            UnitRated.class,
            (t, e, r) ->
                HonourSentences.by(
                    t.with("unit", t.wording.unit(e.unitCode()))
                        .with("year", e.year())
                        .with("rating", e.rating())
                        .say("UnitRated")
                        .reason(e.reason()),
                    e.decision()));
  }

  private static void addUnits(Fold.Builder<Telling, DomainEvent> cases) {
    cases
        .on(UnitRegistered.class, (t, e, r) -> registered(t, e))
        .on(
            UnitRenamed.class,
            (t, e, r) ->
                by(
                    t.with("unit", oldName(t, r.aggregateId()))
                        .with("name", e.name())
                        .with("date", e.effectiveOn())
                        .say("UnitRenamed"),
                    e.basis()))
        .on(
            UnitMoved.class,
            (t, e, r) -> {
              t.with("unit", unit(t, r.aggregateId())).with("date", e.effectiveOn());
              return by(
                  e.parentCode() == null
                      ? t.say("UnitMovedToTheTop")
                      : t.with("parent", t.wording.unit(e.parentCode())).say("UnitMoved"),
                  e.basis());
            })
        .on(
            UnitMerged.class,
            (t, e, r) ->
                by(
                    t.with("unit", unit(t, r.aggregateId()))
                        .with("into", t.wording.unit(e.intoCode()))
                        .with("date", e.effectiveOn())
                        .say("UnitMerged"),
                    e.basis()))
        .on(
            UnitSplit.class,
            (t, e, r) ->
                by(
                    t.with("unit", unit(t, r.aggregateId()))
                        .with("into", t.wording.units(e.into()))
                        .with("date", e.effectiveOn())
                        .say("UnitSplit"),
                    e.basis()))
        .on(
            UnitDissolved.class,
            (t, e, r) ->
                by(
                    t.with("unit", unit(t, r.aggregateId()))
                        .with("date", e.effectiveOn())
                        .say("UnitDissolved")
                        .say(
                            "successor",
                            e.successorCode() == null ? null : t.wording.unit(e.successorCode())),
                    e.basis()))
        .on(
            UnitReminderSent.class,
            (t, e, r) ->
                t.with("unit", unit(t, r.aggregateId()))
                    .with("year", e.year())
                    .with("about", e.about())
                    .with("date", e.dueOn())
                    .with("message", e.message())
                    .say("ReminderSent"));
  }

  private static Telling registered(Telling t, UnitRegistered e) {
    return t.with("name", e.name())
        .with("code", e.code())
        .say("UnitRegistered")
        .say("under", e.parentCode() == null ? null : t.wording.unit(e.parentCode()))
        .say("from", e.effectiveOn());
  }

  private static Telling issued(Telling t, PlanIssued e) {
    return t.with("plan", e.code())
        .with("number", e.content().number() == null ? e.code() : e.content().number())
        .with("year", e.content().year() == null ? "…" : e.content().year())
        .say("PlanIssued")
        .say("on", e.content().issuedOn())
        .say("titled", e.content().title());
  }

  private static Telling changed(Telling t, AccountChanged e, String userName) {
    List<String> fields = new ArrayList<>();
    addIf(fields, "displayName", e.displayName());
    addIf(fields, "position", e.position());
    addIf(fields, "unitCode", e.unitCode());
    addIf(fields, "roles", e.roles());
    addIf(fields, "password", e.passwordChanged() ? true : null);
    t.with("user", userName);
    if (e.disabled() == null && t.isBy(userName) && fields.equals(List.of("password"))) {
      return t.say("ownPassword");
    }
    if (e.disabled() != null) {
      t.say(e.disabled() ? "AccountDisabled" : "AccountEnabled");
      return fields.isEmpty()
          ? t
          : t.say("alsoChanged", RegistrationSentences.fieldList(t, fields));
    }
    return t.with("fields", RegistrationSentences.fieldList(t, fields)).say("AccountChanged");
  }

  private static void addIf(List<String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.add(name);
    }
  }

  private static String roles(Telling t, List<? extends Enum<?>> roles) {
    return roles.stream().map(t.wording::inSentence).collect(Collectors.joining(", "));
  }

  static Telling by(Telling t, LegalBasis basis) {
    return t.basis(basis.code(), basis.issuedOn(), basis.issuer());
  }

  private static String oldName(Telling t, String aggregateId) {
    return t.recalled == null ? id(aggregateId) : t.recalled;
  }

  private static String unit(Telling t, String aggregateId) {
    return t.wording.unit(id(aggregateId));
  }

  /** Streams of all but models have their type before the name that people use. */
  private static String id(String aggregateId) {
    return aggregateId.substring(aggregateId.indexOf(':') + 1);
  }
}
