package vn.danvankheo.command.model.domain;

import org.jspecify.annotations.Nullable;

/**
 * Confirms a remedy; the finding is closed.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param inspection the inspection's number in the model, from 1
 * @param finding the finding's number in its inspection, from 1
 */
public record ConfirmRemedy(String id, @Nullable Integer year, int inspection, int finding)
    implements ModelCommand {
  @Override
  public String aggregateId() {
    return id;
  }
}
