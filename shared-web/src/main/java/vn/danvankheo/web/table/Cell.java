package vn.danvankheo.web.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a workbook.
 *
 * @param value a string, an integer, a decimal, a boolean, a date, an instant (shown in Vietnam's
 *     time), or null for an empty cell
 * @param style how it looks
 */
public record Cell(@Nullable Object value, CellStyle style) {
  /** What a spreadsheet can hold in one cell. */
  static final int LONGEST_TEXT = 32_767;

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

  /**
   * A cell that looks as its value asks for.
   *
   * @param value as {@link #value}
   * @return the cell
   */
  public static Cell of(@Nullable Object value) {
    if (value == null) {
      return new Cell(null, CellStyle.PLAIN);
    }
    if (value instanceof String text) {
      boolean likeFormula = SpreadsheetSafe.looksLikeFormula(text);
      return new Cell(text, likeFormula ? CellStyle.TEXT_LIKE_FORMULA : CellStyle.TEXT);
    }
    if (value instanceof LocalDate) {
      return new Cell(value, CellStyle.DATE);
    }
    return new Cell(value, value instanceof Instant ? CellStyle.INSTANT : CellStyle.NUMBER);
  }

  /** The cell as SpreadsheetML; nothing when it is empty. */
  void appendTo(StringBuilder xml, String address) {
    if (value == null || value.equals("")) {
      return;
    }
    xml.append("<c r=\"").append(address).append("\" s=\"").append(style.ordinal()).append('"');
    if (value instanceof String text) {
      xml.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
      XmlText.append(xml, shortened(text));
      xml.append("</t></is></c>");
    } else if (value instanceof Boolean yes) {
      xml.append(" t=\"b\"><v>").append(yes ? 1 : 0).append("</v></c>");
    } else {
      xml.append("><v>").append(number(value)).append("</v></c>");
    }
  }

  private static String number(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return value.toString();
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof LocalDate day) {
      return Long.toString(ChronoUnit.DAYS.between(DAY_ZERO, day));
    }
    if (value instanceof Instant instant) {
      LocalDateTime local = LocalDateTime.ofInstant(instant, VIETNAM);
      return BigDecimal.valueOf(ChronoUnit.SECONDS.between(DAY_ZERO.atStartOfDay(), local))
          .divide(SECONDS_A_DAY, 10, RoundingMode.HALF_UP)
          .toPlainString();
    }
    throw new IllegalArgumentException("No cell can hold a " + value.getClass().getName());
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + '…';
  }
}
