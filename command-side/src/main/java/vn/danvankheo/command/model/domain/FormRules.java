package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.events.fold.Patch;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.vocabulary.FocusTask;
import vn.danvankheo.events.vocabulary.LegalBasis;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.SubjectKind;

/** What a model's form must say, beyond the shape of its fields. */
final class FormRules {
  /** What a form can't do without. */
  static final Set<String> MANDATORY =
      Set.of(
          "title",
          "subjectKind",
          "subjectName",
          "unitCode",
          "field",
          "content",
          "startsOn",
          "endsOn",
          "location",
          "responsiblePosition");

  private static final int LONGEST_YEARS = 5;
  private static final ModelForm EMPTY =
      new ModelForm(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null, null, null, null);

  private FormRules() {}

  /** Names of mandatory fields that a form lacks. */
  static List<String> lacking(ModelForm form) {
    List<String> said = new Patch<>(form, List.of()).touched();
    return MANDATORY.stream().filter(name -> !said.contains(name)).sorted().toList();
  }

  /**
   * All fields that a form fills in.
   *
   * @return their names
   */
  static List<String> filled(ModelForm form) {
    return Patch.between(EMPTY, form).touched();
  }

  /** The same form with its personal texts marked: a collective's name is no person's. */
  static ModelForm marked(ModelForm form) {
    boolean person = form.subjectKind() != null && form.subjectKind() != SubjectKind.COLLECTIVE;
    ModelForm marks =
        new ModelForm(
            null,
            null,
            subjectName(form.subjectName(), person),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            personal(form.responsiblePerson()),
            personal(form.contactPhone()),
            null,
            null,
            null);
    return new Patch<>(marks, List.of()).applyTo(form);
  }

  /** Checks the fields that were filled in or changed. */
  static void check(
      ModelForm form, Collection<String> touched, int year, PlanState plan, Faults faults) {
    if (touched.contains("startsOn") || touched.contains("endsOn")) {
      checkDays(form.startsOn(), form.endsOn(), year, faults);
    }
    PlanContent says = plan.content();
    if (touched.contains("legalBases")) {
      Set<String> known = keys(says.legalBases(), LegalBasis::code);
      checkCodes("/legalBases/", form.legalBases(), known, FaultCode.LEGAL_BASIS_UNKNOWN, faults);
    }
    if (touched.contains("focusTasks")) {
      Set<String> known = keys(says.focusTasks(), FocusTask::code);
      checkCodes("/focusTasks/", form.focusTasks(), known, FaultCode.FOCUS_TASK_UNKNOWN, faults);
    }
  }

  /** An indicator is its objective's key within the year. */
  static void checkObjectives(@Nullable List<Objective> objectives, Faults faults) {
    if (objectives == null) {
      return;
    }
    if (objectives.isEmpty()) {
      faults.add("/objectives", FaultCode.REQUIRED);
    }
    faults.distinct(
        objectives.stream().map(Objective::indicator).toList(), "/objectives/%d/indicator");
  }

  private static void checkDays(LocalDate startsOn, LocalDate endsOn, int year, Faults faults) {
    if (endsOn.isBefore(startsOn)) {
      faults.add("/endsOn", FaultCode.END_BEFORE_START, "startsOn", startsOn);
      return;
    }
    LocalDate latest = startsOn.plusYears(LONGEST_YEARS);
    if (endsOn.isAfter(latest)) {
      faults.add("/endsOn", FaultCode.PERIOD_TOO_LONG, "latest", latest);
    }
    if (startsOn.getYear() > year) {
      faults.add("/startsOn", FaultCode.YEAR_NOT_COVERED, "year", year);
    }
    if (endsOn.getYear() < year) {
      faults.add("/endsOn", FaultCode.YEAR_NOT_COVERED, "year", year);
    }
  }

  private static void checkCodes(
      String pointer,
      @Nullable List<String> codes,
      Set<String> known,
      FaultCode unknown,
      Faults faults) {
    List<String> said = codes == null ? List.of() : codes;
    faults.distinct(said, pointer + "%d");
    for (int i = 0; i < said.size(); i++) {
      if (!known.contains(said.get(i))) {
        faults.add(pointer + i, unknown);
      }
    }
  }

  /** The codes of a plan's list. */
  static <T> Set<String> keys(@Nullable List<T> items, Function<T, String> code) {
    return items == null ? Set.of() : items.stream().map(code).collect(Collectors.toSet());
  }

  private static @Nullable PersonalText subjectName(@Nullable PersonalText name, boolean person) {
    return name == null || name.isErased() || name.isSealed()
        ? name
        : new PersonalText(name.text(), person);
  }

  private static @Nullable PersonalText personal(@Nullable PersonalText text) {
    return text == null || text.isSealed() ? text : PersonalText.of(text.text());
  }
}
