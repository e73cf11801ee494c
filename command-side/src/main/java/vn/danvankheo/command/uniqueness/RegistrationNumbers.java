package vn.danvankheo.command.uniqueness;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Registration codes people can say on the phone, such as {@code DVK-2024-0042}: counted within a
 * year without gaps.
 */
public final class RegistrationNumbers {
  private static final String NEXT =
      "INSERT INTO registration_number AS n (year, last) VALUES (?, 1)"
          + " ON CONFLICT (year) DO UPDATE SET last = n.last + 1 RETURNING last";

  private static final String GIVE_BACK =
      "UPDATE registration_number SET last = last - 1 WHERE year = ?";

  private final JdbcTemplate jdbc;

  /**
   * The counters of the event database.
   *
   * @param jdbc the event database
   */
  public RegistrationNumbers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Draws the next code of a year. Until the transaction ends nobody else draws one of that year;
   * when it is rolled back the code is free again.
   *
   * @param year 2000 to 2100
   * @return a new code, of four digits or more
   */
  public String next(int year) {
    Integer number = jdbc.queryForObject(NEXT, Integer.class, year);
    return "DVK-%d-%04d".formatted(year, number);
  }

  /**
   * Gives back the code drawn last in this transaction, which nobody else could draw after.
   *
   * @param year its year
   */
  public void giveBack(int year) {
    jdbc.update(GIVE_BACK, year);
  }
}
