package vn.danvankheo.query.personal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.danvankheo.events.sealing.TextKey;
import vn.danvankheo.events.vocabulary.PersonalText;

/** The words of the personal texts in one answer. */
public final class OpenedTexts implements Function<PersonalText, String> {
  private final int wanted;
  private final Map<String, TextKey> keys;
  private final String erased;

  OpenedTexts(int wanted, Map<String, TextKey> keys, String erased) {
    this.wanted = wanted;
    this.keys = Map.copyOf(keys);
    this.erased = erased;
  }

  /**
   * The words of a sealed text.
   *
   * @param text one of the answer's
   * @return empty once its key is destroyed
   */
  public Optional<String> opened(PersonalText text) {
    return Optional.ofNullable(keys.get(text.key())).map(key -> key.open(text).text());
  }

  @Override
  public String apply(PersonalText text) {
    if (text.isSealed()) {
      return opened(text).orElse(erased);
    }
    return text.isErased() ? erased : text.text();
  }

  /**
   * How many sealed texts there are to show.
   *
   * @return 0 or more
   */
  public int wanted() {
    return wanted;
  }

  /**
   * How many of them still have their key; fewer once something is erased.
   *
   * @return 0 or more
   */
  public int found() {
    return keys.size();
  }
}
