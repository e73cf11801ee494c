package vn.danvankheo.query.reporting.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.danvankheo.events.state.Commendation;
import vn.danvankheo.events.state.Exemplar;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Recognition;
import vn.danvankheo.events.state.Revocation;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.query.reporting.domain.ReportContent.FormFigures;
import vn.danvankheo.query.reporting.domain.ReportContent.LevelFigures;

/** Counts honours by level and form, and lists the commendations by decisions of the range. */
final class HonourTable {
  private static final Comparator<CommendationRow> BY_DECISION =
      Comparator.comparing((CommendationRow row) -> row.decision().issuedOn())
          .thenComparing(row -> row.decision().number())
          .thenComparing(CommendationRow::modelId)
          .thenComparing(CommendationRow::no);

  private final Predicate<Decision> inRange;
  private final Rows rows;
  private final Map<Level, int[]> recognized = new EnumMap<>(Level.class);
  private final Map<Level, int[]> exemplars = new EnumMap<>(Level.class);
  private final Map<CommendationForm, int[]> recipients = new EnumMap<>(CommendationForm.class);
  private final List<CommendationRow> given = new ArrayList<>();
  private final List<CommendationRow> revoked = new ArrayList<>();

  HonourTable(Predicate<Decision> inRange, Rows rows) {
    this.inRange = inRange;
    this.rows = rows;
    for (Level level : Level.values()) {
      recognized.put(level, new int[SubjectKind.values().length]);
      exemplars.put(level, new int[SubjectKind.values().length]);
    }
    for (CommendationForm form : CommendationForm.values()) {
      recipients.put(form, new int[SubjectKind.values().length]);
    }
  }

  /** Takes the honours of a term of the report's years. */
  void addLevels(ModelState model, Term term) {
    int kind = model.form().subjectKind().ordinal();
    for (Level level : Level.values()) {
      Stream<Decision> ofRecognitions =
          term.recognitions().stream().filter(r -> r.level() == level).map(Recognition::decision);
      Stream<Decision> ofExemplars =
          term.exemplars().stream().filter(e -> e.level() == level).map(Exemplar::decision);
      recognized.get(level)[kind] += ofRecognitions.anyMatch(inRange) ? 1 : 0;
      exemplars.get(level)[kind] += ofExemplars.anyMatch(inRange) ? 1 : 0;
    }
  }

  /** Takes the commendations of any term: an award for one year is often given in the next. */
  void addCommendations(ModelState model, Term term) {
    for (Commendation commendation : term.commendations()) {
      if (inRange.test(commendation.decision())) {
        given.add(rows.commendation(model, term, commendation));
        if (!commendation.revoked()) {
          commendation
              .recipients()
              .forEach(r -> recipients.get(commendation.form())[r.kind().ordinal()]++);
        }
      }
      Revocation revocation = commendation.revocation();
      if (revocation != null && inRange.test(revocation.decision())) {
        revoked.add(rows.commendation(model, term, commendation));
      }
    }
  }

  List<LevelFigures> levels() {
    return Stream.of(Level.values())
        .map(
            level ->
                new LevelFigures(
                    level,
                    Counter.tally(recognized.get(level)),
                    Counter.tally(exemplars.get(level))))
        .toList();
  }

  List<FormFigures> forms() {
    return Stream.of(CommendationForm.values())
        .map(form -> new FormFigures(form, Counter.tally(recipients.get(form))))
        .toList();
  }

  List<CommendationRow> given() {
    return given.stream().sorted(BY_DECISION).toList();
  }

  List<CommendationRow> revoked() {
    return revoked.stream().sorted(BY_DECISION).toList();
  }
}
