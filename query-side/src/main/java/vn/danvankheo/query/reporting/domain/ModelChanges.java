package vn.danvankheo.query.reporting.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is otherwise with a model than an issued report knew it.
 *
 * @param modelId the model's id
 * @param title its title now
 * @param year the term
 * @param unitCode its unit now
 * @param changes in a fixed order, never empty
 */
public record ModelChanges(
    String modelId, String title, int year, String unitCode, List<Change> changes) {

  /**
   * One difference.
   *
   * @param fact what differs, such as {@code status}
   * @param before as the report knew it; null when it knew nothing of the term
   * @param now as it is; null when there is nothing now
   */
  public record Change(String fact, @Nullable String before, @Nullable String now) {}
}
