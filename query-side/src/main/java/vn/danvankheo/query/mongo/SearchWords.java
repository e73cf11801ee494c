package vn.danvankheo.query.mongo;

import java.util.Collections;
import java.util.Set;
import vn.danvankheo.events.text.FoldedWords;
import vn.danvankheo.events.text.Recent;

/** Texts taken apart into the folded words by which they are found. */
public final class SearchWords {
  private static final Recent<Set<String>> RECENT =
      new Recent<>(text -> Collections.unmodifiableSet(FoldedWords.of(text)));

  private SearchWords() {}

  /**
   * The words of a text, for what is stored and what is looked for alike.
   *
   * @param text any text
   * @return folded, without punctuation, each once, not to be changed; empty when there is no
   *     letter or digit
   */
  public static Set<String> of(String text) {
    return RECENT.of(text);
  }
}
