package vn.danvankheo.events.text;

import java.util.List;
import java.util.regex.Pattern;

/** The key of duplicate titles, see {@link VietnameseText#titleKey}. */
final class TitleKey {
  private static final Pattern YEAR = Pattern.compile("(?<=^| )(nam )?(20\\d\\d|2100)(?= |$)");
  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final List<String> LEAD_WORDS = List.of("mo hinh ", "dan van kheo ", "trong ");

  private TitleKey() {}

  static String of(String title) {
    String folded = Folding.fold(title);
    String words = collapse(wordsOnly(folded));
    String key = withoutLeadWords(collapse(YEAR.matcher(words).replaceAll(" ")));
    if (!key.isEmpty()) {
      return key;
    }
    return words.isEmpty() ? folded : words;
  }

  /** Punctuation parts words, but an apostrophe inside one (H'Mông) is only spelling. */
  private static String wordsOnly(String folded) {
    StringBuilder words = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(c -> c != '\'')
        .map(c -> Character.isLetterOrDigit(c) ? c : ' ')
        .forEach(words::appendCodePoint);
    return words.toString();
  }

  private static String withoutLeadWords(String words) {
    String rest = words + ' ';
    boolean found = true;
    while (found) {
      found = false;
      for (String lead : LEAD_WORDS) {
        if (rest.startsWith(lead)) {
          rest = rest.substring(lead.length());
          found = true;
        }
      }
    }
    return rest.strip();
  }

  private static String collapse(String words) {
    return BLANKS.matcher(words).replaceAll(" ").strip();
  }
}
