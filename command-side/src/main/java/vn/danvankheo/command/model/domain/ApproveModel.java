package vn.danvankheo.command.model.domain;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Decision;

/**
 * Approves a registration.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param decision the signed decision, if there is one
 * @param note a remark
 */
public record ApproveModel(
    String id, @Nullable Integer year, @Nullable Decision decision, @Nullable String note)
    implements ModelCommand {
  @Override
  public String aggregateId() {
    return id;
  }
}
