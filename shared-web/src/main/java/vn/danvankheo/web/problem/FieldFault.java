package vn.danvankheo.web.problem;

import java.util.Map;

/**
 * One wrong field of a body, or one wrong parameter.
 *
 * @param pointer JSON Pointer into the body; {@code /name} for a query parameter
 * @param code stable and machine readable, such as {@code TOO_SHORT}
 * @param details what the words need, by name; never personal data
 */
public record FieldFault(String pointer, String code, Map<String, Object> details) {
  /**
   * A fault whose words need nothing.
   *
   * @param pointer JSON Pointer into the body
   * @param code stable and machine readable
   */
  public FieldFault(String pointer, String code) {
    this(pointer, code, Map.of());
  }
}
