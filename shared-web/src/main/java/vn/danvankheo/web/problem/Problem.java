package vn.danvankheo.web.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What went wrong with one exchange, before it is put into words.
 *
 * @param status the HTTP status
 * @param code stable and machine readable; its words are in the bundles
 * @param details what the words need, by name; never personal data
 * @param faults wrong fields, all of them at once; empty when it is not about fields
 * @param members further members of the answer, such as {@code currentVersion}
 * @param headers further headers of the answer, such as {@code Retry-After}
 */
public record Problem(
    int status,
    String code,
    Map<String, Object> details,
    List<FieldFault> faults,
    Map<String, Object> members,
    Map<String, String> headers) {

  /**
   * A problem without particulars.
   *
   * @param status the HTTP status
   * @param code its code
   * @return a problem
   */
  public static Problem of(int status, String code) {
    return new Problem(status, code, Map.of(), List.of(), Map.of(), Map.of());
  }

  /**
   * With what its words need.
   *
   * @param newDetails by name
   * @return a copy
   */
  public Problem with(Map<String, Object> newDetails) {
    return new Problem(status, code, newDetails, faults, members, headers);
  }

  /**
   * With wrong fields.
   *
   * @param newFaults at least one
   * @return a copy
   */
  public Problem with(List<FieldFault> newFaults) {
    return new Problem(status, code, details, newFaults, members, headers);
  }

  /**
   * With one more member of the answer.
   *
   * @param name the member's name
   * @param value its value, as JSON would hold it
   * @return a copy
   */
  public Problem member(String name, Object value) {
    return new Problem(status, code, details, faults, plus(members, name, value), headers);
  }

  /**
   * With one more header of the answer.
   *
   * @param name the header's name
   * @param value its value
   * @return a copy
   */
  public Problem header(String name, String value) {
    return new Problem(status, code, details, faults, members, plus(headers, name, value));
  }

  /**
   * Something to throw.
   *
   * @return an exception that carries this problem
   */
  public ProblemException exception() {
    return new ProblemException(this);
  }

  private static <T> Map<String, T> plus(Map<String, T> map, String name, T value) {
    Map<String, T> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }
}
