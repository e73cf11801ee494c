package vn.danvankheo.query.reporting.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as offices write them: a dot for thousands, a decimal comma, days as dd/mm/yyyy. */
final class Shown {
  private Shown() {}

  static String of(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof LocalDate day) {
      return String.format(
          Locale.ROOT, "%02d/%02d/%04d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
    if (value instanceof BigDecimal decimal) {
      String[] parts = decimal.toPlainString().split("\\.", 2);
      String whole = grouped(parts[0]);
      return parts.length == 1 ? whole : whole + "," + parts[1];
    }
    return value instanceof Number number ? grouped(number.toString()) : value.toString();
  }

  /** A day in words: a leading nought for days under ten and the first two months alone. */
  static String inWords(LocalDate day) {
    String month = day.getMonthValue() < 3 ? "0" + day.getMonthValue() : "" + day.getMonthValue();
    return String.format(
        Locale.ROOT, "ngày %02d tháng %s năm %d", day.getDayOfMonth(), month, day.getYear());
  }

  /** A share of one in a hundred, to one place; a dash when there is no base. */
  static String percent(int part, int base) {
    BigDecimal share = share(part, base);
    return share == null ? "–" : of(share) + "%";
  }

  /** The same as a number for a table; null when there is no base. */
  static @Nullable BigDecimal share(int part, int base) {
    return base == 0
        ? null
        : BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(base), 1, RoundingMode.HALF_UP);
  }

  /** The difference from before, as a report tells it. */
  static String change(int now, int before) {
    if (now == before) {
      return "không thay đổi";
    }
    String words = now > before ? "tăng " : "giảm ";
    return words + of(Math.abs(now - before));
  }

  private static String grouped(String digits) {
    return digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".");
  }
}
