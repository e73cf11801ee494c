package vn.danvankheo.query.reporting.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.Commendation;
import vn.danvankheo.events.state.Inspection;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.ProgressReport;
import vn.danvankheo.events.state.Remedy;
import vn.danvankheo.events.state.Revocation;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.state.TrackedFinding;
import vn.danvankheo.events.vocabulary.Beneficiaries;
import vn.danvankheo.events.vocabulary.Decimals;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.IndicatorResult;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.Recipient;

/** Makes the rows of lists, and keeps persons' names out of them. */
final class Rows {
  private static final int CONTENT_LENGTH = 500;

  private final int definition;
  private final LocalDate to;
  private final Map<String, PersonalText> names = new HashMap<>();

  Rows(int definition, LocalDate to) {
    this.definition = definition;
    this.to = to;
  }

  /** The names that were kept out, by where they stand. */
  Map<String, PersonalText> names() {
    return names;
  }

  ModelRow model(ModelState model, Term term, Optional<PlanState> plan) {
    Optional<ProgressReport> latest = term.currentReports().reduce((earlier, later) -> later);
    BigDecimal score = Decimals.plain(term.meanScore().orElse(null));
    return new ModelRow(
        model.id(),
        model.code(),
        term.year(),
        model.form().title(),
        model.form().subjectKind(),
        name(model.form().subjectName(), model.id() + "#subject"),
        model.form().unitCode(),
        model.form().field(),
        model.form().nationalField(),
        TermMeasures.kind(model, term),
        term.registeredOn(),
        term.late(),
        term.changedAfterReport(),
        term.status(),
        beginning(model.form().content()),
        results(term, latest),
        beneficiaries(model, latest),
        score,
        score == null ? null : plan.map(p -> rating(p.ratingOf(score), term)).orElse(null),
        term.recognitions().stream()
            .filter(r -> decided(r.decision()))
            .map(r -> new Honour(r.level(), DocumentRef.of(r.decision())))
            .toList(),
        term.exemplars().stream()
            .filter(e -> decided(e.decision()))
            .map(e -> new Honour(e.level(), DocumentRef.of(e.decision())))
            .toList(),
        term.endReason() == null ? term.refusal() : term.endReason());
  }

  private Rating rating(Rating byPoints, Term term) {
    return definition == 1 ? byPoints : term.capped(byPoints, to);
  }

  InspectionRow inspection(ModelState model, Inspection inspection) {
    return new InspectionRow(
        model.id(),
        model.form().title(),
        model.form().unitCode(),
        inspection.no(),
        inspection.kind(),
        inspection.inspectedOn(),
        inspection.minutesNumber(),
        Decimals.plain(inspection.total()),
        inspection.rating(),
        inspection.annulled(),
        inspection.findings().stream().map(this::finding).toList());
  }

  CommendationRow commendation(ModelState model, Term term, Commendation given) {
    Revocation revocation = given.revocation();
    String place = model.id() + "#commendation/" + given.no() + "/";
    List<Recipient> all = given.recipients();
    return new CommendationRow(
        model.id(),
        model.form().title(),
        term.year(),
        given.no(),
        given.form(),
        given.basis(),
        DocumentRef.of(given.decision()),
        IntStream.range(0, all.size())
            .mapToObj(i -> recipient(all.get(i), place + (i + 1)))
            .toList(),
        given.periodFrom(),
        given.periodTo(),
        revocation == null ? null : DocumentRef.of(revocation.decision()),
        revocation == null ? null : revocation.ground());
  }

  static ReplicationRow replication(ModelState model) {
    return new ReplicationRow(
        model.id(),
        model.form().title(),
        model.form().unitCode(),
        model.terms().stream().map(Term::year).toList(),
        model.terms().stream().filter(Term::recognized).map(Term::year).toList(),
        model.replicas());
  }

  private CommendationRow.RecipientRow recipient(Recipient recipient, String place) {
    return new CommendationRow.RecipientRow(
        recipient.kind(),
        name(recipient.name(), place),
        recipient.unitCode(),
        recipient.position(),
        recipient.bonusVnd());
  }

  private InspectionRow.FindingRow finding(TrackedFinding finding) {
    Remedy remedy = finding.remedy();
    return new InspectionRow.FindingRow(
        finding.text(),
        finding.severity(),
        finding.dueOn(),
        finding.state(),
        remedy == null ? null : remedy.doneOn(),
        finding.overdueOn(to) ? ChronoUnit.DAYS.between(finding.dueOn(), to) : 0);
  }

  private PersonName name(PersonalText name, String place) {
    if (!name.personal()) {
      return new PersonName(name.text(), null);
    }
    names.put(place, name);
    return new PersonName(null, place);
  }

  private boolean decided(Decision decision) {
    return !decision.issuedOn().isAfter(to);
  }

  private static List<Result> results(Term term, Optional<ProgressReport> latest) {
    List<IndicatorResult> reached = latest.map(ProgressReport::results).orElse(List.of());
    return term.objectives().stream()
        .map(
            objective ->
                new Result(
                    objective.indicator(),
                    objective.unit(),
                    objective.target(),
                    reached.stream()
                        .filter(result -> result.indicator().equals(objective.indicator()))
                        .map(IndicatorResult::actual)
                        .findFirst()
                        .orElse(null)))
        .toList();
  }

  private static @Nullable Beneficiaries beneficiaries(
      ModelState model, Optional<ProgressReport> latest) {
    return latest.map(ProgressReport::beneficiaries).orElse(model.form().beneficiaries());
  }

  private static String beginning(String content) {
    if (content.codePointCount(0, content.length()) <= CONTENT_LENGTH) {
      return content;
    }
    return content.substring(0, content.offsetByCodePoints(0, CONTENT_LENGTH - 1)) + "…";
  }
}
