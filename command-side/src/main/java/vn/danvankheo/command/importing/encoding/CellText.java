package vn.danvankheo.command.importing.encoding;

import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a cell's text.
 *
 * @param text the text in NFC, converted when {@code alphabet} is there
 * @param verdict whether it may be stored
 * @param alphabet what it was converted from; null when it was Unicode
 */
public record CellText(String text, Verdict verdict, @Nullable LegacyAlphabet alphabet) {
  /** Whether a text may be stored. */
  public enum Verdict {
    /** It is Vietnamese in Unicode, or nothing Vietnamese at all. */
    SOUND,
    /** It looks like a legacy encoding, but not surely enough to convert it. */
    DOUBTFUL,
    /** Letters were lost or read in the wrong encoding before; nothing brings them back. */
    BROKEN
  }

  /**
   * Looks at a text by itself.
   *
   * @param text as found in a cell
   * @return the text to store, or why not
   */
  public static CellText of(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (text.chars().allMatch(c -> c < 0x80) && text.indexOf('?') < 0) {
      return sound(composed);
    }
    if (Damage.isIn(composed)) {
      return new CellText(composed, Verdict.BROKEN, null);
    }
    return LegacyEvidence.in(composed).judge(composed);
  }

  /**
   * Looks at a text whose neighbours were written in a legacy alphabet: what alone could be either
   * is taken for the same.
   *
   * @param neighbours the alphabet of the cells beside it
   * @return this, or converted
   */
  public CellText beside(LegacyAlphabet neighbours) {
    boolean canBe = verdict != Verdict.BROKEN && alphabet == null && !Words.hasBeyondWestern(text);
    if (!canBe || Words.of(text).stream().noneMatch(Words::hasWestern)) {
      return this;
    }
    return LegacyEvidence.allWordsOf(text, neighbours)
        .map(decoded -> new CellText(decoded, Verdict.SOUND, neighbours))
        .orElse(this);
  }

  /**
   * Reads a text that is known to be written in a legacy alphabet.
   *
   * @param text what it looks like as Western European letters
   * @param alphabet the alphabet
   * @return converted, or doubtful when it has characters that the alphabet has not
   */
  public static CellText known(String text, LegacyAlphabet alphabet) {
    Optional<String> decoded = alphabet.decode(text);
    return decoded
        .map(vietnamese -> new CellText(vietnamese, Verdict.SOUND, alphabet))
        .orElseGet(() -> new CellText(text, Verdict.DOUBTFUL, alphabet));
  }

  static CellText sound(String text) {
    return new CellText(text, Verdict.SOUND, null);
  }
}
