package vn.danvankheo.command.importing.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What in a text speaks for and against a legacy alphabet. Words that can't be Vietnamese as they
 * stand are suspects; a legacy alphabet explains them when it turns them into syllables.
 *
 * @param western words with Western letters or symbols, all of which a legacy text must explain
 * @param suspects those of them that are no Vietnamese in Unicode
 * @param mixed whether there are letters that no legacy text can have
 */
record LegacyEvidence(List<String> western, List<String> suspects, boolean mixed) {
  private static final double SURE = 0.95;
  private static final double LIKELY = 0.5;
  private static final int LONG_TEXT = 20;

  static LegacyEvidence in(String text) {
    List<String> western = new ArrayList<>();
    List<String> suspects = new ArrayList<>();
    for (String word : Words.of(text)) {
      if (Words.hasWestern(word)) {
        western.add(word);
        if (!Syllables.isWord(word)) {
          suspects.add(word);
        }
      }
    }
    return new LegacyEvidence(western, suspects, Words.hasBeyondWestern(text));
  }

  /** The text decoded when every word of it makes sense in an alphabet. */
  static Optional<String> allWordsOf(String text, LegacyAlphabet alphabet) {
    boolean explained = in(text).western().stream().allMatch(word -> isExplained(word, alphabet));
    return explained ? alphabet.decode(text) : Optional.empty();
  }

  CellText judge(String text) {
    if (suspects.isEmpty()) {
      return CellText.sound(text);
    }
    List<LegacyAlphabet> sure = new ArrayList<>();
    boolean likely = false;
    for (LegacyAlphabet alphabet : LegacyAlphabet.values()) {
      if (isSure(alphabet) && alphabet.decode(text).isPresent()) {
        sure.add(alphabet);
      }
      likely |= isLikely(alphabet);
    }
    if (sure.size() == 1) {
      return CellText.known(text, sure.get(0));
    }
    return likely ? new CellText(text, CellText.Verdict.DOUBTFUL, null) : CellText.sound(text);
  }

  private boolean isSure(LegacyAlphabet alphabet) {
    if (mixed || !speaksFor(alphabet)) {
      return false;
    }
    long explained = western.stream().filter(word -> isExplained(word, alphabet)).count();
    return explained == western.size()
        || (western.size() >= LONG_TEXT && explained >= SURE * western.size());
  }

  private boolean isLikely(LegacyAlphabet alphabet) {
    long explained = suspects.stream().filter(word -> isExplained(word, alphabet)).count();
    return speaksFor(alphabet) && (mixed || explained >= LIKELY * suspects.size());
  }

  /** Two words that it explains, or one that is no mere unit of measure such as µm. */
  private boolean speaksFor(LegacyAlphabet alphabet) {
    List<String> explained =
        suspects.stream()
            .filter(word -> hasPlainLetter(word) && isExplained(word, alphabet))
            .toList();
    return explained.size() >= 2 || explained.stream().anyMatch(LegacyEvidence::isTelling);
  }

  private static boolean isTelling(String word) {
    return word.charAt(0) < 0x80 || word.chars().filter(Words::isWestern).count() >= 2;
  }

  private static boolean hasPlainLetter(String word) {
    return word.chars().anyMatch(c -> c < 0x80);
  }

  static boolean isExplained(String word, LegacyAlphabet alphabet) {
    boolean mayBeCapitals = word.chars().noneMatch(c -> c >= 'a' && c <= 'z');
    return alphabet
        .letters(word)
        .filter(
            letters ->
                Syllables.isWord(letters)
                    || (mayBeCapitals && Syllables.isWord(letters.toLowerCase(Locale.ROOT))))
        .isPresent();
  }
}
