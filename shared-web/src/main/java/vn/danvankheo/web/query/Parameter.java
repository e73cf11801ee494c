package vn.danvankheo.web.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.validation.TextRules;

/**
 * One declared query parameter.
 *
 * @param <T> what its value becomes
 */
public final class Parameter<T> {
  /** Beyond years of four digits neither stores nor sums go along. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final String name;
  private final Parser<T> parser;
  private final ObjectNode schema;
  private final boolean many;
  private final boolean required;

  private Parameter(
      String name, Parser<T> parser, ObjectNode schema, boolean many, boolean required) {
    this.name = name;
    this.parser = parser;
    this.schema = schema;
    this.many = many;
    this.required = required;
  }

  /**
   * Free words, in Unicode NFC and trimmed.
   *
   * @param name its name
   * @param max at most so many characters
   * @return a parameter
   */
  public static Parameter<String> text(String name, int max) {
    Parser<String> parser =
        value -> {
          if (!TextRules.isStorable(value)) {
            throw new Refused("FORBIDDEN_CHARACTER", Map.of());
          }
          String clean = VietnameseText.clean(value);
          if (clean.codePointCount(0, clean.length()) > max) {
            throw new Refused("TOO_LONG", Map.of("max", max));
          }
          return clean;
        };
    return one(name, parser, type("string").put("maxLength", max));
  }

  /**
   * A whole number.
   *
   * @param name its name
   * @param min the least
   * @param max the greatest
   * @return a parameter
   */
  public static Parameter<Long> integer(String name, long min, long max) {
    Parser<Long> parser =
        value -> {
          if (!value.matches("-?[0-9]{1,18}")) {
            throw new Refused("NOT_AN_INTEGER", Map.of());
          }
          long number = Long.parseLong(value);
          if (number < min || number > max) {
            throw new Refused("OUT_OF_RANGE", Map.of("min", min, "max", max));
          }
          return number;
        };
    return one(
        name,
        parser,
        type("integer").put("format", "int64").put("minimum", min).put("maximum", max));
  }

  /**
   * {@code true} or {@code false}.
   *
   * @param name its name
   * @return a parameter
   */
  public static Parameter<Boolean> flag(String name) {
    Parser<Boolean> parser =
        value ->
            switch (value) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new Refused("NOT_ALLOWED", Map.of("allowed", "true, false"));
            };
    return one(name, parser, type("boolean"));
  }

  /**
   * A day.
   *
   * @param name its name
   * @return a parameter
   */
  public static Parameter<LocalDate> date(String name) {
    Parser<LocalDate> parser =
        value -> {
          try {
            return within(LocalDate.parse(value), FIRST_DAY, LAST_DAY);
          } catch (DateTimeException impossible) {
            throw new Refused("INVALID_DATE", Map.of());
          }
        };
    return one(name, parser, type("string").put("format", "date"));
  }

  /**
   * A moment.
   *
   * @param name its name
   * @return a parameter
   */
  public static Parameter<Instant> instant(String name) {
    Parser<Instant> parser =
        value -> {
          try {
            return within(Instant.parse(value), FIRST, LAST);
          } catch (DateTimeException impossible) {
            throw new Refused("INVALID_INSTANT", Map.of());
          }
        };
    return one(name, parser, type("string").put("format", "date-time"));
  }

  /**
   * One of an enum's values.
   *
   * @param name its name
   * @param values the enum
   * @return a parameter
   * @param <E> the enum
   */
  public static <E extends Enum<E>> Parameter<E> choice(String name, Class<E> values) {
    return among(
        name,
        Arrays.stream(values.getEnumConstants()).collect(Collectors.toMap(Enum::name, e -> e)),
        Arrays.stream(values.getEnumConstants()).map(Enum::name).toList());
  }

  /**
   * One of some codes.
   *
   * @param name its name
   * @param codes the codes, each once, as they are to be listed
   * @return a parameter
   */
  public static Parameter<String> oneOf(String name, List<String> codes) {
    return among(name, codes.stream().collect(Collectors.toMap(code -> code, code -> code)), codes);
  }

  private static <T> Parameter<T> among(String name, Map<String, T> byCode, List<String> codes) {
    ObjectNode schema = type("string");
    codes.forEach(schema.withArray("enum")::add);
    Parser<T> parser =
        value -> {
          T found = byCode.get(value);
          if (found == null) {
            throw new Refused("NOT_ALLOWED", Map.of("allowed", String.join(", ", codes)));
          }
          return found;
        };
    return one(name, parser, schema);
  }

  /**
   * The order of a list: {@code sort=field,-field2}.
   *
   * @param fields the fields a list can be sorted by
   * @return a parameter
   */
  public static Parameter<List<SortField>> sort(String... fields) {
    Set<String> known = Set.of(fields);
    Parser<List<SortField>> parser =
        value -> {
          List<SortField> order = new ArrayList<>();
          for (String part : value.split(",", -1)) {
            SortField field = SortField.of(part);
            boolean again = order.stream().anyMatch(f -> f.field().equals(field.field()));
            if (!known.contains(field.field()) || again) {
              throw new Refused("NOT_ALLOWED", Map.of("allowed", String.join(", ", fields)));
            }
            order.add(field);
          }
          return List.copyOf(order);
        };
    return one("sort", parser, type("string").put("example", "-" + fields[0]));
  }

  /**
   * The same, but it may be given several times or with values separated by commas.
   *
   * @return a parameter
   */
  public Parameter<T> many() {
    return new Parameter<>(name, parser, schema, true, required);
  }

  /**
   * The same, but it must be there.
   *
   * @return a parameter
   */
  public Parameter<T> required() {
    return new Parameter<>(name, parser, schema, many, true);
  }

  /**
   * Its name.
   *
   * @return as in the query string
   */
  public String name() {
    return name;
  }

  /**
   * This parameter in an OpenAPI document.
   *
   * @return a parameter object
   */
  public ObjectNode describe() {
    ObjectNode described = JsonNodeFactory.instance.objectNode();
    described.put("name", name).put("in", "query").put("required", required);
    if (many) {
      described.putObject("schema").put("type", "array").set("items", schema.deepCopy());
      described.put("explode", false);
    } else {
      described.set("schema", schema.deepCopy());
    }
    return described;
  }

  boolean isRequired() {
    return required;
  }

  List<T> parse(List<String> raw, List<FieldFault> faults) {
    List<String> values =
        many ? raw.stream().flatMap(v -> Arrays.stream(v.split(",", -1))).toList() : raw;
    if (!many && values.size() > 1) {
      faults.add(new FieldFault("/" + name, "REPEATED"));
      return List.of();
    }
    List<T> parsed = new ArrayList<>();
    for (String value : values) {
      try {
        parsed.add(parser.parse(value));
      } catch (Refused refused) {
        faults.add(new FieldFault("/" + name, refused.code, refused.details));
      }
    }
    return parsed;
  }

  private static <C extends Comparable<? super C>> C within(C value, C first, C last) {
    if (value.compareTo(first) < 0 || value.compareTo(last) > 0) {
      throw new DateTimeException("Not a year of four digits");
    }
    return value;
  }

  private static <T> Parameter<T> one(String name, Parser<T> parser, ObjectNode schema) {
    return new Parameter<>(name, parser, schema, false, false);
  }

  private static ObjectNode type(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  @FunctionalInterface
  private interface Parser<T> {
    T parse(String value) throws Refused;
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient Map<String, Object> details;

    Refused(String code, Map<String, Object> details) {
      super(code, null, false, false);
      this.code = code;
      this.details = details;
    }
  }
}
