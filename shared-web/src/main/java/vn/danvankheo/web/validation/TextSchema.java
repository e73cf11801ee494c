package vn.danvankheo.web.validation;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.text.VietnameseText;

/** A text in Unicode NFC, trimmed; its length counts characters, not bytes. */
public final class TextSchema extends Schema {
  private final int min;
  private final int max;
  private final boolean lines;
  private final boolean exact;
  private final @Nullable Form form;

  TextSchema(int min, int max) {
    this(min, max, false, false, null);
  }

  private TextSchema(int min, int max, boolean lines, boolean exact, @Nullable Form form) {
    this.min = min;
    this.max = max;
    this.lines = lines;
    this.exact = exact;
    this.form = form;
  }

  /**
   * The same, of several lines.
   *
   * @return a schema
   */
  public TextSchema lines() {
    return new TextSchema(min, max, true, exact, form);
  }

  /**
   * The same, not trimmed: a password may begin or end with a blank.
   *
   * @return a schema
   */
  public TextSchema untrimmed() {
    return new TextSchema(min, max, lines, true, form);
  }

  /**
   * The same, of a certain form.
   *
   * @param pattern what the whole text must match; plain enough for any JSON Schema reader
   * @param example a text of that form
   * @return a schema
   */
  public TextSchema like(String pattern, String example) {
    return like(pattern, "INVALID_FORMAT", example);
  }

  /**
   * The same, of a certain form.
   *
   * @param pattern what the whole text must match
   * @param code the fault when it does not
   * @param example a text of that form
   * @return a schema
   */
  public TextSchema like(String pattern, String code, String example) {
    return new TextSchema(
        min, max, lines, exact, new Form(Pattern.compile(pattern), code, example));
  }

  @Override
  @Nullable JsonNode clean(JsonNode node, Pointer at, Faults faults) {
    if (!node.isString()) {
      faults.add(at, "NOT_A_TEXT");
      return null;
    }
    String raw = node.stringValue();
    if (!TextRules.isStorable(raw)) {
      faults.add(at, "FORBIDDEN_CHARACTER");
      return null;
    }
    String text =
        exact ? Normalizer.normalize(raw, Normalizer.Form.NFC) : VietnameseText.clean(raw);
    int length = text.codePointCount(0, text.length());
    if (length < min) {
      faults.add(at, min == 1 ? "REQUIRED" : "TOO_SHORT", Map.of("min", min));
    } else if (length > max) {
      faults.add(at, "TOO_LONG", Map.of("max", max));
    } else if (!lines && !TextRules.isOneLine(text)) {
      faults.add(at, "NOT_ONE_LINE");
    } else if (form != null && !form.pattern.matcher(text).matches()) {
      faults.add(at, form.code, Map.of("format", form.example));
    } else {
      return NODES.stringNode(text);
    }
    return null;
  }

  @Override
  boolean isEmpty(JsonNode node) {
    return node.isString() && VietnameseText.clean(node.stringValue()).isEmpty();
  }

  @Override
  public ObjectNode describe() {
    ObjectNode schema = type("string");
    if (min > 0) {
      schema.put("minLength", min);
    }
    schema.put("maxLength", max);
    if (form != null) {
      schema.put("pattern", "^(?:" + form.pattern.pattern() + ")$");
      schema.putArray("examples").add(form.example);
    }
    return schema;
  }

  private record Form(Pattern pattern, String code, String example) {}
}
