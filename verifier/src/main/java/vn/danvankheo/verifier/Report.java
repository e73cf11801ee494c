package vn.danvankheo.verifier;

import java.util.ArrayList;
import java.util.List;

/** What is said of a bundle. Of very many problems of it only the first are kept. */
final class Report {
  private static final int KEPT = 100;

  private final List<Finding> facts = new ArrayList<>();
  private final List<Finding> proven = new ArrayList<>();
  private final List<Finding> problems = new ArrayList<>();
  private final List<Finding> limits = new ArrayList<>();
  private long count;

  /** What the bundle says of itself. */
  void fact(String key, Object... args) {
    facts.add(new Finding(key, List.of(args)));
  }

  void proven(String key, Object... args) {
    proven.add(new Finding(key, List.of(args)));
  }

  /** What should be proven and is not. */
  void problem(String key, Object... args) {
    if (++count <= KEPT) {
      problems.add(new Finding(key, List.of(args)));
    }
  }

  /** What nothing in a bundle like this can prove. */
  void limit(String key, Object... args) {
    limits.add(new Finding(key, List.of(args)));
  }

  List<Finding> facts() {
    return facts;
  }

  List<Finding> proven() {
    return proven;
  }

  List<Finding> problems() {
    return problems;
  }

  List<Finding> limits() {
    return limits;
  }

  /** How many problems there are, kept or not. */
  long count() {
    return count;
  }
}
