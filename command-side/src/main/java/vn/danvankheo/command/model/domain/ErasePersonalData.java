package vn.danvankheo.command.model.domain;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.LegalBasis;
import vn.danvankheo.events.vocabulary.PersonalField;

/**
 * Erases a person's name or number for the context's reason. The keys are destroyed alongside.
 *
 * @param id the model's id
 * @param field which field
 * @param commendation the commendation's number from 1; null but for a recipient
 * @param recipient the place in it from 1; null but for a recipient
 * @param basis the document it rests on
 */
public record ErasePersonalData(
    String id,
    PersonalField field,
    @Nullable Integer commendation,
    @Nullable Integer recipient,
    LegalBasis basis)
    implements ModelCommand {
  @Override
  public String aggregateId() {
    return id;
  }
}
