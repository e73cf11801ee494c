package vn.danvankheo.query.reporting.documents;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The place that stands before the day: the name of the province, district or commune. */
final class PlaceName {
  static final String UNKNOWN = "…";

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:[Tt]ỉnh ủy|[Hh]uyện ủy|[Tt]hành ủy|[Tt]ỉnh|[Tt]hành phố|[Tt]hị xã|[Hh]uyện|[Qq]uận"
              + "|[Xx]ã|[Pp]hường|[Tt]hị trấn)((?: \\p{Lu}\\p{L}*)+)");

  private static final Pattern BREAK =
      Pattern.compile(" (?=(?:TỈNH|HUYỆN|THÀNH PHỐ|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN) )");

  /** About as many capitals as stand on a line of the head. */
  private static final int LINE = 26;

  private PlaceName() {}

  /**
   * A unit's name in capitals for the head: one of two lines breaks before its place, a longer one
   * wherever the lines end.
   */
  static String heading(String unit) {
    String capitals = unit.toUpperCase(Locale.ROOT);
    boolean twoLines = capitals.length() > LINE && capitals.length() <= 2 * LINE;
    return twoLines ? BREAK.matcher(capitals).replaceFirst("\n") : capitals;
  }

  /**
   * Finds it in the first name that has it.
   *
   * @param units names from the issuing unit upwards; unknown ones are null
   * @return the place; dots to be filled in by hand when no name tells
   */
  static String of(@Nullable String... units) {
    return Stream.of(units)
        .filter(name -> name != null)
        .map(NAMED::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1).trim())
        .findFirst()
        .orElse(UNKNOWN);
  }
}
