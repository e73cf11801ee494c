package vn.danvankheo.command.uniqueness;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.events.vocabulary.TermStatus;

/**
 * One unit registers one title once for a year. A model holds its title for each year in which it
 * is registered; what was withdrawn holds none.
 */
public final class ModelTitles {
  private static final String RESERVE =
      "INSERT INTO model_title (unit_code, year, folded_title, model_id) VALUES (?,?,?,?)"
          + " ON CONFLICT DO NOTHING";
  private static final String RELEASE =
      "DELETE FROM model_title WHERE unit_code = ? AND year = ? AND folded_title = ?";
  private static final String HOLDER =
      "SELECT model_id FROM model_title WHERE unit_code = ? AND year = ? AND folded_title = ?";
  private static final String COUNT =
      "SELECT count(*) FROM model_title WHERE unit_code = ? AND year = ?";

  private final JdbcTemplate jdbc;

  /**
   * The reservations of the event database.
   *
   * @param jdbc the event database
   */
  public ModelTitles(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Reserves what a model holds after a decision and releases what it held before, within the
   * current transaction. Waits for other transactions that reserve the same.
   *
   * @param before the model before; null when it is new
   * @param after the model after
   * @throws RuleBroken DUPLICATE_MODEL when another model of the unit has the title in that year,
   *     with its id; nothing was written then
   */
  public void move(@Nullable ModelState before, ModelState after) {
    if (before != null && holdsTheSame(before, after)) {
      return;
    }
    Set<Reservation> held = before == null ? Set.of() : reservations(before);
    Set<Reservation> wanted = reservations(after);
    for (Reservation one : wanted) {
      if (!held.contains(one) && reserve(one, after.id()) == 0) {
        throw taken(one);
      }
    }
    held.stream()
        .filter(one -> !wanted.contains(one))
        .forEach(one -> jdbc.update(RELEASE, one.unitCode(), one.year(), one.foldedTitle()));
  }

  /**
   * How many models a unit has registered for a year.
   *
   * @param unitCode the unit
   * @param year the year
   * @return withdrawn ones not counted
   */
  public int count(String unitCode, int year) {
    Integer count = jdbc.queryForObject(COUNT, Integer.class, unitCode, year);
    return count == null ? 0 : count;
  }

  private int reserve(Reservation one, String modelId) {
    return jdbc.update(RESERVE, one.unitCode(), one.year(), one.foldedTitle(), modelId);
  }

  /** Whoever holds it committed, or it could have been reserved. */
  private RuleBroken taken(Reservation one) {
    Map<String, Object> details = new HashMap<>(Map.of("year", one.year()));
    details.put("unitCode", one.unitCode());
    jdbc.queryForList(HOLDER, String.class, one.unitCode(), one.year(), one.foldedTitle())
        .forEach(holder -> details.put("modelId", holder));
    return new RuleBroken(Rule.DUPLICATE_MODEL, details);
  }

  /** The usual case, told without folding any title. */
  private static boolean holdsTheSame(ModelState before, ModelState after) {
    return Objects.equals(before.form().title(), after.form().title())
        && Objects.equals(before.form().unitCode(), after.form().unitCode())
        && years(before).equals(years(after));
  }

  private static List<Integer> years(ModelState model) {
    return model.terms().stream()
        .filter(term -> term.status() != TermStatus.WITHDRAWN)
        .map(Term::year)
        .toList();
  }

  private static Set<Reservation> reservations(ModelState model) {
    Set<Reservation> reservations = new LinkedHashSet<>();
    String foldedTitle = VietnameseText.titleKey(model.form().title());
    for (int year : years(model)) {
      reservations.add(new Reservation(model.form().unitCode(), year, foldedTitle));
    }
    return reservations;
  }

  private record Reservation(@Nullable String unitCode, int year, String foldedTitle) {}
}
