package vn.danvankheo.query.history.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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

  String words(String key) {
    return words.apply(key);
  }

  String day(LocalDate day) {
    return DAY.format(day);
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
