package vn.danvankheo.command.model.domain;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Level;

/**
 * Recognises the model for a year at a level.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param decision the signed decision
 * @param level the level
 */
public record RecognizeModel(String id, @Nullable Integer year, Decision decision, Level level)
    implements ModelCommand {
  @Override
  public String aggregateId() {
    return id;
  }
}
