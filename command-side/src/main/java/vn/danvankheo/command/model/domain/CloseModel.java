package vn.danvankheo.command.model.domain;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.ClosureOutcome;

/**
 * Ends the model, for the context's reason.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param outcome completed or stopped
 */
public record CloseModel(String id, @Nullable Integer year, ClosureOutcome outcome)
    implements ModelCommand {
  @Override
  public String aggregateId() {
    return id;
  }
}
