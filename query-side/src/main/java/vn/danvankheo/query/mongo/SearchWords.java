package vn.danvankheo.query.mongo;

import java.util.Set;
import vn.danvankheo.events.text.FoldedWords;

/** Texts taken apart into the folded words by which they are found. */
public final class SearchWords {
  private SearchWords() {}

  /**
   * The words of a text, for what is stored and what is looked for alike.
   *
   * @param text any text
   * @return folded, without punctuation, each once; empty when there is no letter or digit
   */
  public static Set<String> of(String text) {
    return FoldedWords.of(text);
  }
}
