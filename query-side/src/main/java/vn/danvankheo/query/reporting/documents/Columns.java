package vn.danvankheo.query.reporting.documents;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How broad a table's columns are: the longest word of each at least, and of what is left the more
 * the longer its texts are.
 */
final class Columns {
  /** Up to here a text should stay on one line; what is longer grows by its root. */
  private static final int SHORT = 12;

  private static final double GROWTH = 30;
  private static final int LEAST = 3;
  private static final int LONGEST_WORD = 18;
  private static final int MOST = 100;

  /** The share of a breadth that texts have at least. */
  private static final int TEXTS = 8;

  /** What stands on both sides of a cell's text, in hundredths of the font's size. */
  private static final int PADDING = 60;

  private static final int LETTER = 50;

  private Columns() {}

  /**
   * The breadth of each column in letters.
   *
   * @param sheet the table
   * @param all how many letters stand side by side; where the words alone take nearly all, an
   *     eighth more, for the columns with texts
   */
  static int[] letters(Paper.Sheet sheet, int all) {
    int columns = sheet.columns().size();
    int[] least = new int[columns];
    int[] more = new int[columns];
    for (int i = 0; i < columns; i++) {
      least[i] = LEAST;
      more[i] = LEAST;
      measure(sheet.columns().get(i), i, least, more, true);
      for (List<? extends @Nullable Object> row : sheet.rows()) {
        measure(Shown.of(row.get(i)), i, least, more, false);
      }
      more[i] = Math.max(0, grown(more[i]) - least[i]);
    }
    int left = Math.max(all / TEXTS, all - IntStream.of(least).sum());
    int wanted = Math.max(1, IntStream.of(more).sum());
    return IntStream.range(0, columns)
        .map(i -> least[i] + Math.min(more[i], left * more[i] / wanted))
        .toArray();
  }

  /** The same as shares of a whole breadth; the last column takes what rounding leaves. */
  static int[] shares(Paper.Sheet sheet, int all, int whole) {
    int[] letters = letters(sheet, all);
    int sum = IntStream.of(letters).sum();
    int[] shares = IntStream.of(letters).map(width -> whole * width / sum).toArray();
    shares[shares.length - 1] += whole - IntStream.of(shares).sum();
    return shares;
  }

  private static void measure(
      String text, int column, int[] least, int[] more, boolean wordsAlone) {
    for (String word : text.split("\\s", -1)) {
      int width = width(word);
      // Headings are bold.
      int shown = PADDING + (wordsAlone ? width + width / 12 : width);
      least[column] = Math.max(least[column], Math.min(LONGEST_WORD, 1 + (shown - 1) / LETTER));
    }
    if (!wordsAlone) {
      more[column] = Math.max(more[column], text.length() + 1);
    }
  }

  /** About as broad as Times shows it, in hundredths of the font's size. */
  private static int width(String word) {
    return word.codePoints().map(Columns::width).sum();
  }

  private static int width(int letter) {
    if ("MW".indexOf(letter) >= 0) {
      return 92;
    }
    if (Character.isUpperCase(letter)) {
      return 70;
    }
    if ("mw".indexOf(letter) >= 0) {
      return 76;
    }
    if (Character.isLetterOrDigit(letter)) {
      return "iíìỉĩịjlftr".indexOf(letter) >= 0 ? 32 : LETTER;
    }
    return 34;
  }

  private static int grown(int longest) {
    if (longest <= SHORT) {
      return longest;
    }
    return Math.min(MOST, SHORT + (int) Math.sqrt(GROWTH * (longest - SHORT)));
  }
}
