package vn.danvankheo.query.personal;

import java.util.Map;
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

  @Override
  public String apply(PersonalText text) {
    if (text.isSealed()) {
      TextKey key = keys.get(text.key());
      return key == null ? erased : key.open(text).text();
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
