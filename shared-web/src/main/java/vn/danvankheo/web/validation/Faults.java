package vn.danvankheo.web.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.danvankheo.web.problem.FieldFault;

/** Collects what is wrong with a body. */
public final class Faults {
  /** More rows than this help nobody; a body of rubbish must not make an answer of megabytes. */
  static final int MOST = 1_000;

  private final List<FieldFault> list = new ArrayList<>();
  private int count;

  /** Collects from nothing. */
  public Faults() {}

  /**
   * One more fault.
   *
   * @param at where
   * @param code what, in the words' bundle
   */
  public void add(Pointer at, String code) {
    add(at, code, Map.of());
  }

  /**
   * One more fault.
   *
   * @param at where
   * @param code what, in the words' bundle
   * @param details what the words need, by name; never personal data
   */
  public void add(Pointer at, String code, Map<String, Object> details) {
    count++;
    if (list.size() < MOST) {
      list.add(new FieldFault(at.toString(), code, details));
    }
  }

  /**
   * How much was found.
   *
   * @return also what was too much to be listed
   */
  public int count() {
    return count;
  }

  /**
   * What was found.
   *
   * @return in the order of finding, the first thousand
   */
  public List<FieldFault> list() {
    return List.copyOf(list);
  }
}
