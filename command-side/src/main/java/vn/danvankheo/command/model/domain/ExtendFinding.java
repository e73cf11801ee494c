package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Puts off a finding's day once, for the context's reason.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param inspection the inspection's number in the model, from 1
 * @param finding the finding's number in its inspection, from 1
 * @param dueOn the new day, after the old one
 */
public record ExtendFinding(
    String id, @Nullable Integer year, int inspection, int finding, LocalDate dueOn)
    implements ModelCommand {
  @Override
  public String aggregateId() {
    return id;
  }
}
