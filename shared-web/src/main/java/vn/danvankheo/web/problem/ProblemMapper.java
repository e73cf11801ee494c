package vn.danvankheo.web.problem;

import org.jspecify.annotations.Nullable;

/** Knows what some exceptions mean to the caller. Each side adds its own as a bean. */
@FunctionalInterface
public interface ProblemMapper {
  /**
   * Explains an exception.
   *
   * @param thrown what a handler threw
   * @return the problem to answer; null when this mapper does not know it
   */
  @Nullable Problem problemOf(Throwable thrown);
}
