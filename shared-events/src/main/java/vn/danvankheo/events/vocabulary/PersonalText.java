package vn.danvankheo.events.vocabulary;

/**
 * The only type in which a person's name or telephone number is ever stored, so that it can be
 * sealed. A name that is no person's (a collective's) uses it too, marked as not personal.
 *
 * @param text the exact words
 * @param personal whether they identify a person
 */
public record PersonalText(String text, boolean personal) {
  /**
   * A text that identifies a person.
   *
   * @param text the exact words
   * @return the text, marked personal
   */
  public static PersonalText of(String text) {
    return new PersonalText(text, true);
  }

  /**
   * A name that is no person's.
   *
   * @param text the exact words
   * @return the text, marked not personal
   */
  public static PersonalText open(String text) {
    return new PersonalText(text, false);
  }

  /** Hides personal words, so that they get into no log or error by accident. */
  @Override
  public String toString() {
    return personal ? "[personal]" : text;
  }
}
