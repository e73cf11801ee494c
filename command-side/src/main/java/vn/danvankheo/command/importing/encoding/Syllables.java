package vn.danvankheo.command.importing.encoding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Tells Vietnamese syllables from what legacy encodings look like when read as Unicode. It knows
 * how a syllable is built, not which exist, and lets pass the names of the mountain peoples.
 */
final class Syllables {
  private static final String ONSET =
      "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|phj|bj|kr|br|pl|bl|dr|đr|gr|hr|sr|sl|tl|kl"
          + "|[bcdđfghjklmnprstvwxz])?";
  private static final String OPEN =
      "iêu|yêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uyu|uêu|uya|ia|ya|ua|ưa|ai|ao|au|ay|âu|ây|eo|êu|iu"
          + "|oi|ôi|ơi|ui|ưi|ưu|uơ|oi";
  private static final String CLOSED = "uyê|iê|yê|uô|ươ|oă|oo|uâ|ă|â";
  private static final String EITHER = "oa|oe|uê|uy|a|e|ê|i|o|ô|ơ|u|ư|y";
  private static final String CODA = "(?:ch|ng|nh|[cmnptk])";
  private static final Pattern SYLLABLE =
      Pattern.compile(
          ONSET + "(?:(?:" + OPEN + ")|(?:" + CLOSED + ")" + CODA + "|(?:" + EITHER + ")" + CODA
              + "?)");
  private static final Pattern STOPPED = Pattern.compile(".*(?:ch|[cptk])");
  private static final Pattern FALLING =
      Pattern.compile(".*(?:ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu)");
  private static final Pattern ABBREVIATION = Pattern.compile("[A-ZĐĂÂÊÔƠƯ]{2,8}");
  private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";
  private static final String HIGH_OR_HEAVY = "\u0301\u0323";
  private static final String VOWELS = "aăâeêioôơuưy";

  /** All there are fit; what else files hold does not push them out. */
  private static final int MOST_KNOWN = 20_000;

  private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

  private Syllables() {}

  /** Whether a word is one syllable in one kind of case, or an abbreviation in capitals. */
  static boolean isWord(String word) {
    Boolean known = KNOWN.get(word);
    if (known != null) {
      return known;
    }
    boolean found = ABBREVIATION.matcher(word).matches() || (isOneCase(word) && isSyllable(word));
    if (KNOWN.size() < MOST_KNOWN && word.length() < 20) {
      KNOWN.put(word, found);
    }
    return found;
  }

  /** All small, all capitals, or the first letter alone a capital. */
  private static boolean isOneCase(String word) {
    String rest = word.substring(word.offsetByCodePoints(0, 1));
    return rest.equals(rest.toLowerCase(Locale.ROOT)) || word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static boolean isSyllable(String word) {
    String decomposed = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    int tone = -1;
    StringBuilder toneless = new StringBuilder(decomposed.length());
    int toneAt = -1;
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (TONES.indexOf(c) < 0) {
        toneless.append(c);
      } else if (tone >= 0) {
        return false;
      } else {
        tone = c;
        toneAt = lettersOf(toneless).length() - 1;
      }
    }
    String letters = lettersOf(toneless);
    return SYLLABLE.matcher(letters).matches() && isTonePossible(letters, tone, toneAt);
  }

  private static String lettersOf(CharSequence decomposed) {
    return Normalizer.normalize(decomposed, Normalizer.Form.NFC);
  }

  private static boolean isTonePossible(String letters, int tone, int at) {
    boolean stopped = STOPPED.matcher(letters).matches();
    if (tone < 0) {
      return !stopped;
    }
    return VOWELS.indexOf(letters.charAt(at)) >= 0
        && (!stopped || HIGH_OR_HEAVY.indexOf(tone) >= 0)
        && !(at == letters.length() - 1 && FALLING.matcher(letters).matches());
  }
}
