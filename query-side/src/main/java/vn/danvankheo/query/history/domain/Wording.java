package vn.danvankheo.query.history.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.text.VietnameseText;

/**
 * How values are said in one language.
 *
 * @param words finds words by their key, such as {@code Level.OFFICE}
 * @param unitName finds a unit's name by its code; null when there is none
 */
public record Wording(UnaryOperator<String> words, Function<String, @Nullable String> unitName) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final Pattern STORED_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern STORED_MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
  private static final Pattern PERIOD =
      Pattern.compile("([0-9]{4})(?:-(?:Q([1-4])|H([12])|([0-9]{2})))?( .*)?");

  String words(String key) {
    return words.apply(key);
  }

  String day(LocalDate day) {
    return DAY.format(day);
  }

  /** A day or a moment as values are stored; any other text as it is. */
  String dated(String text) {
    try {
      if (STORED_DAY.matcher(text).matches()) {
        return day(LocalDate.parse(text));
      }
      return STORED_MOMENT.matcher(text).matches() ? MINUTE.format(Instant.parse(text)) : text;
    } catch (DateTimeParseException onlyLooksLikeOne) {
      return text;
    }
  }

  /** A period of reporting, such as {@code 2024-Q2}; what follows a blank stays as it is. */
  String period(String period) {
    Matcher found = PERIOD.matcher(period);
    if (!found.matches()) {
      return period;
    }
    String kind =
        found.group(2) != null
            ? "Q" + found.group(2)
            : found.group(3) != null
                ? "H" + found.group(3)
                : found.group(4) != null ? "month" : "year";
    String month = found.group(4) == null ? "" : found.group(4).replaceFirst("^0", "");
    String rest = found.group(5) == null ? "" : found.group(5);
    return words("period." + kind).replace("{month}", month).replace("{year}", found.group(1))
        + rest;
  }

  String unit(String code) {
    String name = unitName.apply(code);
    return name == null ? code : name;
  }

  String units(List<String> codes) {
    return codes.stream().map(this::unit).collect(Collectors.joining(", "));
  }

  /** A coded value within a sentence. */
  String inSentence(Enum<?> value) {
    return VietnameseText.lowerFirst(
        words(value.getDeclaringClass().getSimpleName() + "." + value.name()));
  }

  String label(String kind, String name) {
    return words(kind + "." + name);
  }

  String number(BigDecimal value) {
    String plain = value.abs().stripTrailingZeros().toPlainString();
    String[] parts = plain.split("\\.", 2);
    String whole = parts[0].replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", words("number.group"));
    String sign = value.signum() < 0 ? "-" : "";
    return sign + (parts.length == 1 ? whole : whole + words("number.point") + parts[1]);
  }
}
