package vn.danvankheo.query.views.models;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;

/** What lists can be filtered by of a term, as words that one index serves. */
public final class TermTags {
  /** Registered after the plan's day. */
  public static final String LATE = "late";

  /** Corrected after the year's report was issued. */
  public static final String CHANGED_AFTER_REPORT = "changedAfterReport";

  /** Designated an exemplar at any level. */
  public static final String EXEMPLAR = "exemplar";

  /** With a commendation in force. */
  public static final String COMMENDED = "commended";

  /** Recognised at any level. */
  public static final String RECOGNIZED = "recognized";

  /** Under way, so that it has to be reported on. */
  public static final String RUNNING = "running";

  private TermTags() {}

  /**
   * Recognised at a level.
   *
   * @param level the level's name
   * @return the tag
   */
  public static String level(String level) {
    return "level:" + level;
  }

  /**
   * Recognised, designated or commended by a decision of a number, whoever issued it.
   *
   * @param number number and symbol
   * @return the tag
   */
  public static String decision(String number) {
    return "decision:" + number;
  }

  /** The tags of all terms of a model: each with its year, and for any year. */
  static Set<String> of(ModelState model) {
    Set<String> tags = new LinkedHashSet<>();
    for (Term term : model.terms()) {
      tags.add(Integer.toString(term.year()));
      of(model, term)
          .forEach(
              tag -> {
                tags.add(tag);
                tags.add(term.year() + "/" + tag);
              });
      term.decisions().map(decision -> decision(decision.number())).forEach(tags::add);
    }
    return tags;
  }

  private static Stream<String> of(ModelState model, Term term) {
    return Stream.of(
            Stream.of(term.status().name()),
            term.recognitions().stream().map(recognition -> level(recognition.level().name())),
            when(term.recognized(), RECOGNIZED),
            when(term.late(), LATE),
            when(term.changedAfterReport(), CHANGED_AFTER_REPORT),
            when(!term.exemplars().isEmpty(), EXEMPLAR),
            when(term.commendations().stream().anyMatch(c -> !c.revoked()), COMMENDED),
            when(term.running() && model.closure() == null, RUNNING))
        .flatMap(tags -> tags);
  }

  private static Stream<String> when(boolean holds, String tag) {
    return holds ? Stream.of(tag) : Stream.empty();
  }
}
