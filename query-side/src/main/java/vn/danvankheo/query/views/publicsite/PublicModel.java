package vn.danvankheo.query.views.publicsite;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.state.Commendation;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Recognition;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.Beneficiaries;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Field;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.SubjectKind;

/**
 * A recognised model as anyone may see it: chosen field by field, so that a new field of a model
 * stays private until somebody decides otherwise.
 *
 * @param id the lasting id
 * @param code the registration code
 * @param title the title
 * @param subjectKind whose model it is
 * @param subjectName who was recognised
 * @param unitCode the unit
 * @param unitName the unit's name
 * @param field the field
 * @param content what is done
 * @param location where
 * @param beneficiaries who benefits
 * @param recognizedOn the day of the latest decision on recognition
 * @param terms the years in which it was recognised
 * @param updatedAt when it last changed
 */
public record PublicModel(
    String id,
    String code,
    @Nullable String title,
    @Nullable SubjectKind subjectKind,
    @Nullable String subjectName,
    @Nullable String unitCode,
    @Nullable String unitName,
    @Nullable Field field,
    @Nullable String content,
    @Nullable String location,
    @Nullable Beneficiaries beneficiaries,
    LocalDate recognizedOn,
    List<Year> terms,
    Instant updatedAt) {

  /**
   * A year in which it was recognised.
   *
   * @param year the year
   * @param recognitions by level
   * @param exemplars designations by level
   * @param commendations those in force
   */
  public record Year(
      int year, List<Honour> recognitions, List<Honour> exemplars, List<Award> commendations) {}

  /**
   * A recognition or designation.
   *
   * @param level at which level
   * @param decision by which decision
   */
  public record Honour(Level level, Decision decision) {}

  /**
   * A commendation.
   *
   * @param form its form
   * @param decision its decision
   * @param recipients the names of who received it
   */
  public record Award(CommendationForm form, Decision decision, List<String> recipients) {}

  /**
   * What may be seen of a model.
   *
   * @param model one that was recognised
   * @param unitName its unit's name; null when unknown
   */
  static PublicModel of(ModelState model, @Nullable String unitName) {
    ModelForm form = model.form();
    return new PublicModel(
        model.id(),
        model.code(),
        form.title(),
        form.subjectKind(),
        form.subjectName() == null ? null : form.subjectName().text(),
        form.unitCode(),
        unitName,
        form.field(),
        form.content(),
        form.location(),
        form.beneficiaries(),
        recognizedOn(model),
        model.terms().stream().filter(Term::recognized).map(PublicModel::year).toList(),
        model.updatedAt());
  }

  private static LocalDate recognizedOn(ModelState model) {
    return model.terms().stream()
        .flatMap(term -> term.recognitions().stream())
        .map(Recognition::decision)
        .map(Decision::issuedOn)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  private static Year year(Term term) {
    return new Year(
        term.year(),
        term.recognitions().stream().map(r -> new Honour(r.level(), r.decision())).toList(),
        term.exemplars().stream().map(e -> new Honour(e.level(), e.decision())).toList(),
        term.commendations().stream().filter(c -> !c.revoked()).map(PublicModel::award).toList());
  }

  private static Award award(Commendation commendation) {
    return new Award(
        commendation.form(),
        commendation.decision(),
        commendation.recipients().stream().map(recipient -> recipient.name().text()).toList());
  }
}
