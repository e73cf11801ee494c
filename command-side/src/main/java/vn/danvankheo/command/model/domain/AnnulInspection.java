package vn.danvankheo.command.model.domain;

import org.jspecify.annotations.Nullable;

/**
 * Declares an inspection void, for the context's reason.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param inspection the inspection's number in the model, from 1
 */
public record AnnulInspection(String id, @Nullable Integer year, int inspection)
    implements ModelCommand {
  @Override
  public String aggregateId() {
    return id;
  }
}
