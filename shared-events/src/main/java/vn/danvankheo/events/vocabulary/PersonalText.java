package vn.danvankheo.events.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * The only type in which a person's name or telephone number is ever stored. In events, states and
 * views it is sealed: its words are a ciphertext, which whoever has the key opens when it is shown.
 * A name that is no person's (a collective's) uses it too, marked as not personal and never sealed.
 *
 * @param text the exact words; nothing once they were erased
 * @param personal whether they identify a person
 * @param key the id of the key they are sealed with; null when they are open
 */
public record PersonalText(String text, boolean personal, @Nullable String key) {
  private static final PersonalText ERASED = of("");

  /**
   * An open text.
   *
   * @param text the exact words
   * @param personal whether they identify a person
   */
  public PersonalText(String text, boolean personal) {
    this(text, personal, null);
  }

  /**
   * A text that identifies a person.
   *
   * @param text the exact words
   * @return the text, marked personal
   */
  public static PersonalText of(String text) {
    return new PersonalText(text, true, null);
  }

  /**
   * A name that is no person's.
   *
   * @param text the exact words
   * @return the text, marked not personal
   */
  public static PersonalText open(String text) {
    return new PersonalText(text, false, null);
  }

  /**
   * A text that identifies a person, as it is stored.
   *
   * @param key the id of its key
   * @param ciphertext what became of the words, in base64
   * @return the text, sealed
   */
  public static PersonalText sealed(String key, String ciphertext) {
    return new PersonalText(ciphertext, true, key);
  }

  /**
   * What is left of a text after its person had it erased.
   *
   * @return no words, marked personal
   */
  public static PersonalText erased() {
    return ERASED;
  }

  /**
   * Whether the words can't be read without a key.
   *
   * @return true when they are sealed
   */
  public boolean isSealed() {
    return key != null;
  }

  /**
   * Whether the words were erased.
   *
   * @return true when nothing is left of them
   */
  public boolean isErased() {
    return equals(ERASED);
  }

  /**
   * The words.
   *
   * @return empty when they were erased
   * @throws IllegalStateException when they are sealed: whoever shows them has to open them first
   */
  @Override
  public String text() {
    if (isSealed()) {
      throw new IllegalStateException("A sealed text was taken for an open one");
    }
    return text;
  }

  /**
   * What stands in place of the words.
   *
   * @return base64
   * @throws IllegalStateException when they are not sealed
   */
  public String ciphertext() {
    if (!isSealed()) {
      throw new IllegalStateException("An open text was taken for a sealed one");
    }
    return text;
  }

  /** Hides personal words, so that they get into no log or error by accident. */
  @Override
  public String toString() {
    return personal ? "[personal]" : text;
  }
}
