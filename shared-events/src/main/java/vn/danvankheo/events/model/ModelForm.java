package vn.danvankheo.events.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Beneficiaries;
import vn.danvankheo.events.vocabulary.Field;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.NationalField;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.SubjectKind;

/**
 * The registration form but its objectives, which belong to a year. Every component may be null, so
 * that the same record tells a whole form and a change to one: there null means "not changed".
 *
 * @param title 5 to 300 characters, the exact words
 * @param subjectKind whose model it is
 * @param subjectName 2 to 200 characters; personal when the subject is an individual or a household
 * @param unitCode the registering unit
 * @param field one of the office's four fields
 * @param content 20 to 10,000 characters
 * @param solutions up to 10,000 characters
 * @param startsOn the first day
 * @param endsOn the last day, not before the first
 * @param location where, 2 to 300 characters
 * @param scope who and what is reached
 * @param rationale the present state and the reason
 * @param outputs what comes out of it
 * @param sustainability how it can be kept up and replicated
 * @param coordinatingUnits unit codes or names
 * @param nationalField one of the national fields
 * @param registrationLevel the level it is registered at
 * @param beneficiaries who benefits
 * @param budgetVnd whole đồng, not negative
 * @param responsiblePosition the position in charge
 * @param responsiblePerson the person in charge
 * @param contactPhone a Vietnamese telephone number
 * @param legalBases codes of the plan's legal bases
 * @param focusTasks codes of the plan's focus tasks
 * @param attachments ids of attachments
 */
public record ModelForm(
    @Nullable String title,
    @Nullable SubjectKind subjectKind,
    @Nullable PersonalText subjectName,
    @Nullable String unitCode,
    @Nullable Field field,
    @Nullable String content,
    @Nullable String solutions,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable String location,
    @Nullable String scope,
    @Nullable String rationale,
    @Nullable String outputs,
    @Nullable String sustainability,
    @Nullable List<String> coordinatingUnits,
    @Nullable NationalField nationalField,
    @Nullable Level registrationLevel,
    @Nullable Beneficiaries beneficiaries,
    @Nullable Long budgetVnd,
    @Nullable String responsiblePosition,
    @Nullable PersonalText responsiblePerson,
    @Nullable PersonalText contactPhone,
    @Nullable List<String> legalBases,
    @Nullable List<String> focusTasks,
    @Nullable List<String> attachments) {}
