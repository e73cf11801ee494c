package vn.danvankheo.command.domain;

import java.util.Map;

/**
 * One wrong field.
 *
 * @param pointer JSON Pointer into the command's body, such as {@code /scores/0/points}
 * @param code stable and machine readable, such as {@code SCORE_ABOVE_MAXIMUM}
 * @param details what the words need, by name; never personal data
 */
public record Fault(String pointer, String code, Map<String, Object> details) {
  /**
   * A fault that needs no details.
   *
   * @param pointer JSON Pointer into the command's body
   * @param code stable and machine readable
   */
  public Fault(String pointer, String code) {
    this(pointer, code, Map.of());
  }
}
