package vn.danvankheo.command.model.domain;

import org.jspecify.annotations.Nullable;

/**
 * Hands in a returned registration again.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param note a remark; needed when nothing was changed
 */
public record ResubmitModel(String id, @Nullable Integer year, @Nullable String note)
    implements ModelCommand {
  @Override
  public String aggregateId() {
    return id;
  }
}
