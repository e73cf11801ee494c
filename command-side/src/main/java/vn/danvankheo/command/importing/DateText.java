package vn.danvankheo.command.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as Vietnamese offices type them, the day first; two digits are no year. */
final class DateText {
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})\\s*[/.\\-]\\s*(\\d{1,2})\\s*[/.\\-]\\s*(\\d{4})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[/.\\-](\\d{1,2})[/.\\-](\\d{1,2})");
  private static final Pattern IN_WORDS =
      Pattern.compile("(?iu)(?:ngày\\s+)?(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4})");
  private static final Pattern MIDNIGHT = Pattern.compile("[T\\s]+0?0:00(:00(\\.0+)?)?(Z)?$");
  private static final Pattern SERIAL = Pattern.compile("[1-9]\\d{4}(\\.\\d+)?");

  private DateText() {}

  /** The day a text means; a number of five digits counts the days from a workbook's day zero. */
  static Optional<LocalDate> day(String typed, LocalDate dayZero) {
    String text = MIDNIGHT.matcher(typed.strip()).replaceFirst("");
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      return day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    Matcher words = IN_WORDS.matcher(text);
    if (words.matches()) {
      return day(words.group(3), words.group(2), words.group(1));
    }
    return SERIAL.matcher(text).matches() ? serial(text, dayZero) : Optional.empty();
  }

  /** The day of a workbook's number, its time of day left out. */
  static Optional<LocalDate> serial(String number, LocalDate dayZero) {
    int point = number.indexOf('.');
    String days = point < 0 ? number : number.substring(0, point);
    return days.matches("\\d{1,7}")
        ? Optional.of(dayZero.plusDays(Long.parseLong(days)))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
