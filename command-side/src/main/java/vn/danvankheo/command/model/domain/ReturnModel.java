package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Returns a registration to be completed, for the context's reason (at least 20 characters).
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param dueOn when it is due again; today or later
 */
public record ReturnModel(String id, @Nullable Integer year, LocalDate dueOn)
    implements ModelCommand {
  @Override
  public String aggregateId() {
    return id;
  }
}
