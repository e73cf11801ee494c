package vn.danvankheo.events.state;

import static vn.danvankheo.events.state.Lists.change;
import static vn.danvankheo.events.state.Lists.plus;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.fold.Fold;
import vn.danvankheo.events.fold.Patch;
import vn.danvankheo.events.fold.PersonalTexts;
import vn.danvankheo.events.model.CommendationRevoked;
import vn.danvankheo.events.model.ExemplarDesignated;
import vn.danvankheo.events.model.FindingExtended;
import vn.danvankheo.events.model.FindingRemedied;
import vn.danvankheo.events.model.InspectionAnnulled;
import vn.danvankheo.events.model.ModelApproved;
import vn.danvankheo.events.model.ModelClosed;
import vn.danvankheo.events.model.ModelCommended;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelInspected;
import vn.danvankheo.events.model.ModelRecognized;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.model.ModelRenewed;
import vn.danvankheo.events.model.ModelReplicated;
import vn.danvankheo.events.model.ModelResubmitted;
import vn.danvankheo.events.model.ModelReturned;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.model.ModelWithdrawn;
import vn.danvankheo.events.model.PersonalDataErased;
import vn.danvankheo.events.model.ProgressReported;
import vn.danvankheo.events.model.RecognitionRefused;
import vn.danvankheo.events.model.RemedyConfirmed;
import vn.danvankheo.events.model.RemedyRejected;
import vn.danvankheo.events.model.ReminderSent;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.FindingState;
import vn.danvankheo.events.vocabulary.PersonalField;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.TermStatus;

/** The one fold of models: decisions, views, as-of and diffs all use it. */
public final class ModelFold {
  private static final Fold<@Nullable ModelState, ModelEvent> FOLD =
      Fold.<@Nullable ModelState, ModelEvent>over(ModelEvent.class)
          .on(ModelRegistered.class, ModelFold::registered)
          .on(ModelUpdated.class, (s, e, r) -> updated(s, e))
          .on(ModelReturned.class, (s, e, r) -> returned(s, e))
          .on(ModelResubmitted.class, (s, e, r) -> resubmitted(s, e))
          .on(ModelApproved.class, (s, e, r) -> approved(s, e))
          .on(ModelWithdrawn.class, (s, e, r) -> ended(s, e.year(), false, e.reason()))
          .on(ProgressReported.class, (s, e, r) -> progress(s, e))
          .on(ModelInspected.class, (s, e, r) -> inspected(s, e))
          .on(FindingRemedied.class, (s, e, r) -> remedied(s, e))
          .on(RemedyConfirmed.class, (s, e, r) -> confirmed(s, e))
          .on(RemedyRejected.class, (s, e, r) -> rejected(s, e))
          .on(FindingExtended.class, (s, e, r) -> extended(s, e))
          .on(InspectionAnnulled.class, (s, e, r) -> annulled(s, e))
          .on(ModelRecognized.class, (s, e, r) -> recognized(s, e))
          .on(RecognitionRefused.class, (s, e, r) -> refused(s, e))
          .on(ExemplarDesignated.class, (s, e, r) -> designated(s, e))
          .on(ModelCommended.class, (s, e, r) -> commended(s, e))
          .on(CommendationRevoked.class, (s, e, r) -> revoked(s, e))
          .on(
              ModelRenewed.class,
              (s, e, r) ->
                  s.plus(
                      Term.registered(
                          e.year(), e.objectives(), e.registeredOn(), e.late(), e.registeredBy())))
          .on(
              ModelReplicated.class,
              (s, e, r) -> s.plus(new Replica(e.replicaId(), e.unitCode(), e.year())))
          .on(ModelClosed.class, (s, e, r) -> closed(s, e))
          .on(PersonalDataErased.class, (s, e, r) -> erased(s, e))
          .on(ReminderSent.class, ModelFold::reminded)
          .build();

  private ModelFold() {}

  /**
   * Applies one event.
   *
   * @param state the model before; null before its first event
   * @param recorded the event in its stream
   * @return the model after
   */
  public static ModelState apply(
      @Nullable ModelState state, Recorded<? extends ModelEvent> recorded) {
    return FOLD.apply(state, recorded).at(recorded.version(), recorded.at());
  }

  private static ModelState registered(
      @Nullable ModelState none, ModelRegistered e, Recorded<?> r) {
    return new ModelState(
        r.aggregateId(),
        e.code(),
        r.version(),
        e.form(),
        List.of(
            Term.registered(
                e.year(), e.objectives(), e.registeredOn(), e.late(), e.registeredBy())),
        e.replicatedFrom(),
        List.of(),
        null,
        r.at(),
        r.at());
  }

  private static ModelState updated(ModelState s, ModelUpdated e) {
    ModelState changed = s.with(new Patch<>(e.changed(), e.cleared()).applyTo(s.form()));
    return changed.inTerm(
        e.year(),
        t -> {
          t.objectives = e.objectives() == null ? t.objectives : e.objectives();
          t.changedSinceReturn = true;
          t.changedAfterReport |= e.afterReport();
        });
  }

  private static ModelState returned(ModelState s, ModelReturned e) {
    return s.inTerm(
        e.year(),
        t -> {
          t.status = TermStatus.RETURNED;
          t.returns = plus(t.returns, new Returned(e.reason(), e.dueOn()));
          t.changedSinceReturn = false;
        });
  }

  private static ModelState resubmitted(ModelState s, ModelResubmitted e) {
    return s.inTerm(
        e.year(),
        t -> {
          t.status = TermStatus.REGISTERED;
          t.resubmittedLate |= e.late();
        });
  }

  private static ModelState approved(ModelState s, ModelApproved e) {
    return s.inTerm(
        e.year(),
        t -> {
          t.status = TermStatus.APPROVED;
          t.approval = new Approval(e.decision(), e.note(), e.selfApproved());
        });
  }

  private static ModelState ended(ModelState s, int year, boolean stopped, String reason) {
    return s.inTerm(
        year,
        t -> {
          t.status = stopped ? TermStatus.STOPPED : TermStatus.WITHDRAWN;
          t.endReason = reason;
        });
  }

  private static ModelState progress(ModelState s, ProgressReported e) {
    ProgressReport report =
        new ProgressReport(
            e.no(),
            e.period(),
            e.reportedOn(),
            e.summary(),
            e.results(),
            e.beneficiaries(),
            e.difficulties(),
            e.proposals(),
            e.attachments(),
            null);
    return s.inTerm(
        e.year(),
        t -> {
          if (e.corrects() != null) {
            int old = e.corrects();
            t.progressReports =
                change(t.progressReports, p -> p.no() == old, p -> p.corrected(e.no()));
          }
          t.progressReports = plus(t.progressReports, report);
        });
  }

  private static ModelState inspected(ModelState s, ModelInspected e) {
    Inspection inspection =
        new Inspection(
            e.no(),
            e.kind(),
            e.inspectedOn(),
            e.place(),
            e.team(),
            e.representatives(),
            e.minutesNumber(),
            e.scores(),
            e.total(),
            e.rating(),
            e.strengths(),
            e.shortcomings(),
            e.findings().stream().map(TrackedFinding::open).toList(),
            e.conclusion(),
            e.unitOpinion(),
            e.attachments(),
            false,
            null);
    return s.inTerm(e.year(), t -> t.inspections = plus(t.inspections, inspection));
  }

  private static ModelState remedied(ModelState s, FindingRemedied e) {
    Remedy remedy = new Remedy(e.doneOn(), e.note(), e.attachments());
    return inFinding(
        s,
        e.year(),
        e.inspection(),
        e.finding(),
        f -> finding(f, f.dueOn(), FindingState.REMEDIED, f.extended(), remedy, f.rejections()));
  }

  private static ModelState confirmed(ModelState s, RemedyConfirmed e) {
    return inFinding(
        s,
        e.year(),
        e.inspection(),
        e.finding(),
        f ->
            finding(
                f, f.dueOn(), FindingState.CONFIRMED, f.extended(), f.remedy(), f.rejections()));
  }

  private static ModelState rejected(ModelState s, RemedyRejected e) {
    RejectedRemedy rejection = new RejectedRemedy(e.reason(), e.dueOn());
    return inFinding(
        s,
        e.year(),
        e.inspection(),
        e.finding(),
        f ->
            finding(
                f,
                e.dueOn(),
                FindingState.OPEN,
                f.extended(),
                f.remedy(),
                plus(f.rejections(), rejection)));
  }

  private static ModelState extended(ModelState s, FindingExtended e) {
    return inFinding(
        s,
        e.year(),
        e.inspection(),
        e.finding(),
        f -> finding(f, e.dueOn(), f.state(), true, f.remedy(), f.rejections()));
  }

  private static TrackedFinding finding(
      TrackedFinding f,
      java.time.@Nullable LocalDate dueOn,
      FindingState state,
      boolean extended,
      @Nullable Remedy remedy,
      List<RejectedRemedy> rejections) {
    return new TrackedFinding(
        f.no(), f.text(), f.severity(), dueOn, state, extended, remedy, rejections);
  }

  private static ModelState inFinding(
      ModelState s, int year, int inspection, int finding, UnaryOperator<TrackedFinding> how) {
    return s.inTerm(
        year,
        t ->
            t.inspections =
                change(
                    t.inspections,
                    i -> i.no() == inspection,
                    i -> i.with(change(i.findings(), f -> f.no() == finding, how))));
  }

  private static ModelState annulled(ModelState s, InspectionAnnulled e) {
    return s.inTerm(
        e.year(),
        t ->
            t.inspections =
                change(t.inspections, i -> i.no() == e.inspection(), i -> i.annul(e.reason())));
  }

  private static ModelState recognized(ModelState s, ModelRecognized e) {
    Recognition recognition = new Recognition(e.level(), e.decision(), e.score(), e.inspections());
    return s.inTerm(
        e.year(),
        t -> {
          t.status = TermStatus.RECOGNIZED;
          t.recognitions = plus(t.recognitions, recognition);
        });
  }

  private static ModelState refused(ModelState s, RecognitionRefused e) {
    return s.inTerm(
        e.year(),
        t -> {
          t.status = TermStatus.NOT_RECOGNIZED;
          t.refusal = e.reason();
        });
  }

  private static ModelState designated(ModelState s, ExemplarDesignated e) {
    return s.inTerm(
        e.year(), t -> t.exemplars = plus(t.exemplars, new Exemplar(e.level(), e.decision())));
  }

  private static ModelState commended(ModelState s, ModelCommended e) {
    Commendation commendation =
        new Commendation(
            e.no(),
            e.form(),
            e.basis(),
            e.decision(),
            e.merit(),
            e.recipients(),
            e.periodFrom(),
            e.periodTo(),
            false,
            null);
    return s.inTerm(e.year(), t -> t.commendations = plus(t.commendations, commendation));
  }

  private static ModelState revoked(ModelState s, CommendationRevoked e) {
    Revocation how = new Revocation(e.ground(), e.reason(), e.decision(), e.bonusRecovered());
    return s.inTerm(
        e.year(),
        t ->
            t.commendations =
                change(t.commendations, c -> c.no() == e.commendation(), c -> c.revoke(how)));
  }

  private static ModelState closed(ModelState s, ModelClosed e) {
    ModelState closed = s.with(new Closure(e.outcome(), e.reason(), e.year()));
    return e.outcome() == ClosureOutcome.STOPPED
        ? ended(closed, e.year(), true, e.reason())
        : closed;
  }

  private static ModelState erased(ModelState s, PersonalDataErased e) {
    String name = e.field().component();
    if (e.field() != PersonalField.RECIPIENT) {
      return s.with(without(s.form(), "/" + name));
    }
    String path = "/recipients/" + (e.recipient() - 1) + "/" + name;
    return s.inTerm(
        e.year(),
        t ->
            t.commendations =
                change(t.commendations, c -> c.no() == e.commendation(), c -> without(c, path)));
  }

  /** What was never a person's stays. */
  private static <R extends Record> R without(R record, String path) {
    return PersonalTexts.change(
        record, (at, text) -> at.equals(path) && text.personal() ? PersonalText.erased() : text);
  }

  private static ModelState reminded(@Nullable ModelState s, ReminderSent e, Recorded<?> recorded) {
    Reminder reminder = new Reminder(e.about(), e.dueOn(), e.message(), recorded.at());
    return s.inTerm(e.year(), t -> t.reminders = plus(t.reminders, reminder));
  }
}
