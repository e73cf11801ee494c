package vn.danvankheo.events.model;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.LegalBasis;
import vn.danvankheo.events.vocabulary.PersonalField;

/**
 * A person had their name or number erased: the keys of all that ever stood at that place are gone.
 *
 * @param year the term, 2000 to 2100
 * @param field which field
 * @param commendation the commendation's number from 1; null but for a recipient
 * @param recipient the recipient's place in it from 1; null but for a recipient
 * @param reason why
 * @param basis the document it rests on
 */
public record PersonalDataErased(
    int year,
    PersonalField field,
    @Nullable Integer commendation,
    @Nullable Integer recipient,
    String reason,
    LegalBasis basis)
    implements ModelEvent {}
