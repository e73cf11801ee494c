package vn.danvankheo.events.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What the registry does with Vietnamese words. Stored texts keep the exact words in one Unicode
 * form; everything that compares, searches or sorts them uses a derived form from here, so that
 * both sides always agree. All functions are pure, and composed and decomposed input give the same.
 */
public final class VietnameseText {
  private VietnameseText() {}

  /**
   * Words as they stand within a sentence.
   *
   * @param text any text
   * @return the same with its first letter small, possibly empty
   */
  public static String lowerFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /**
   * The form in which a text is stored: Unicode NFC without blanks, byte order marks or zero-width
   * characters around it. Nothing inside it changes.
   *
   * @param text any text
   * @return the exact words, possibly empty
   */
  public static String clean(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    int start = 0;
    int end = composed.length();
    while (start < end && Characters.isAround(composed.charAt(start))) {
      start++;
    }
    while (end > start && Characters.isAround(composed.charAt(end - 1))) {
      end--;
    }
    return composed.substring(start, end);
  }

  /**
   * The form that searching compares, for the text and for the words looked for alike: lower case
   * without diacritics ({@code đ} is {@code d}), {@code i} for a {@code y} that is only spelling
   * (kỹ = kĩ, quý = quí, but tay ≠ tai), one kind of dash and of quotation mark, single blanks, and
   * the province's two spellings (Bắc Cạn = Bắc Kạn).
   *
   * @param text any text
   * @return the folded text, possibly empty; folding it again changes nothing
   */
  public static String fold(String text) {
    return Folding.fold(text);
  }

  /**
   * The form by which two titles count as the same: folded, without punctuation, without years
   * (2000 to 2100, with a {@code năm} before them) and without the lead words {@code mô hình},
   * {@code dân vận khéo}, {@code trong}.
   *
   * @param title a model's title
   * @return the key; empty only when the title has nothing to compare at all
   */
  public static String titleKey(String title) {
    return TitleKey.of(title);
  }

  /**
   * A key whose plain binary order is the Vietnamese alphabetical order: a ă â b c d đ e ê … o ô ơ
   * … u ư … y z; blanks before digits before letters, numbers by their value, punctuation ignored;
   * tones (level, huyền, hỏi, ngã, sắc, nặng) only where the letters are the same. Case and the
   * place of the tone mark (hòa, hoà) make no difference.
   *
   * @param text any text
   * @return the key, to be stored beside the text and compared by code point or UTF-8 byte
   */
  public static String sortKey(String text) {
    return SortKey.of(text);
  }
}
