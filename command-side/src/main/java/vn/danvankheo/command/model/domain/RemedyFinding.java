package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports a finding remedied.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param inspection the inspection's number in the model, from 1
 * @param finding the finding's number in its inspection, from 1
 * @param doneOn the day, not after today
 * @param note how
 * @param attachments ids of attachments
 */
public record RemedyFinding(
    String id,
    @Nullable Integer year,
    int inspection,
    int finding,
    LocalDate doneOn,
    String note,
    List<String> attachments)
    implements ModelCommand {
  /** Keeps its own copies of the lists. */
  public RemedyFinding {
    attachments = List.copyOf(attachments);
  }

  @Override
  public String aggregateId() {
    return id;
  }
}
