package vn.danvankheo.command.model.domain;

import org.jspecify.annotations.Nullable;

/**
 * Refuses recognition for a year, for the context's reason.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 */
public record RefuseRecognition(String id, @Nullable Integer year) implements ModelCommand {
  @Override
  public String aggregateId() {
    return id;
  }
}
