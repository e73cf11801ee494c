package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.DutyKind;

/**
 * Reminds the model's unit of something late (đôn đốc).
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param about what is late
 * @param dueOn when it was due
 * @param message the words sent
 */
public record SendReminder(
    String id, @Nullable Integer year, DutyKind about, LocalDate dueOn, String message)
    implements ModelCommand {
  @Override
  public String aggregateId() {
    return id;
  }
}
