package vn.danvankheo.command.importing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as Vietnamese offices type them: points or blanks between thousands, a comma before the
 * fraction. English ways are understood where they can mean one thing only.
 */
final class NumberText {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F\\u2009]+");
  private static final Pattern CURRENCY = Pattern.compile("(?iu)\\s*(đồng|vnđ|vnd|đ)\\.?$");
  private static final Pattern PLAIN = Pattern.compile("[-+]?\\d{1,18}");
  private static final Pattern POINT_THOUSANDS =
      Pattern.compile("[-+]?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d{1,9})?");
  private static final Pattern COMMA_FRACTION = Pattern.compile("[-+]?\\d{1,18},\\d{1,9}");
  private static final Pattern POINT_FRACTION = Pattern.compile("[-+]?\\d{1,18}\\.\\d{1,9}");
  private static final Pattern COMMA_THOUSANDS =
      Pattern.compile("[-+]?[1-9]\\d{0,2}((,\\d{3}){2,}(\\.\\d{1,9})?|,\\d{3}\\.\\d{1,9})");
  private static final Pattern ONE_COMMA_THOUSAND = Pattern.compile("[-+]?[1-9]\\d{0,2},\\d{3}");

  private NumberText() {}

  /** The number a text means; empty when it is none. */
  static Optional<BigDecimal> decimal(String typed) {
    String text = BLANKS.matcher(typed).replaceAll("").replace('\u2212', '-');
    if (POINT_THOUSANDS.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text.replace(".", "").replace(',', '.')));
    }
    if (COMMA_THOUSANDS.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text.replace(",", "")));
    }
    boolean plain =
        PLAIN.matcher(text).matches()
            || COMMA_FRACTION.matcher(text).matches()
            || POINT_FRACTION.matcher(text).matches();
    return plain ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
  }

  /**
   * The whole number a text means; empty when it is none, or when it could as well be a fraction:
   * {@code 12,500}.
   */
  static Optional<Long> whole(String typed) {
    String text = CURRENCY.matcher(typed.strip()).replaceFirst("");
    if (ONE_COMMA_THOUSAND.matcher(text).matches()) {
      return Optional.empty();
    }
    return decimal(text).flatMap(NumberText::exact);
  }

  /** A number without fraction. */
  static Optional<Long> exact(BigDecimal number) {
    try {
      return Optional.of(number.longValueExact());
    } catch (ArithmeticException fraction) {
      return Optional.empty();
    }
  }
}
