package vn.danvankheo.web.validation;

import java.util.Arrays;
import java.util.List;

/** The words of which schemas are made. */
public final class Schemas {
  private Schemas() {}

  /**
   * A text on one line.
   *
   * @param min at least so many characters, after trimming
   * @param max at most so many
   * @return a schema
   */
  public static TextSchema text(int min, int max) {
    return new TextSchema(min, max);
  }

  /**
   * One of an enum's values.
   *
   * @param values the enum
   * @return a schema
   */
  public static Schema choice(Class<? extends Enum<?>> values) {
    return new ChoiceSchema(Arrays.stream(values.getEnumConstants()).map(Enum::name).toList());
  }

  /**
   * One of some codes.
   *
   * @param codes the codes, as they are to be listed
   * @return a schema
   */
  public static Schema oneOf(List<String> codes) {
    return new ChoiceSchema(codes);
  }

  /**
   * A day.
   *
   * @return a schema
   */
  public static Schema date() {
    return new DateSchema();
  }

  /**
   * A whole number.
   *
   * @param min the least
   * @param max the greatest
   * @return a schema
   */
  public static Schema integer(long min, long max) {
    return new IntegerSchema(min, max);
  }

  /**
   * A decimal.
   *
   * @param min the least
   * @param max the greatest
   * @param step what it must be a multiple of, such as {@code 0.25}
   * @return a schema
   */
  public static Schema decimal(String min, String max, String step) {
    return new DecimalSchema(min, max, step);
  }

  /**
   * True or false.
   *
   * @return a schema
   */
  public static Schema flag() {
    return new FlagSchema();
  }

  /**
   * A list.
   *
   * @param item what each item must be
   * @param min at least so many
   * @param max at most so many
   * @return a schema
   */
  public static ListSchema list(Schema item, int min, int max) {
    return new ListSchema(item, min, max, null);
  }

  /**
   * An object, of no fields yet.
   *
   * @return a schema
   */
  public static ObjectSchema object() {
    return new ObjectSchema();
  }
}
