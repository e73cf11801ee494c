package vn.danvankheo.query.reporting.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Beneficiaries;
import vn.danvankheo.events.vocabulary.Field;
import vn.danvankheo.events.vocabulary.NationalField;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.events.vocabulary.TermStatus;

/**
 * A model in a year (Biểu 03).
 *
 * @param id the model's id
 * @param code its registration code
 * @param year the year
 * @param title its title
 * @param subjectKind whose it is
 * @param subject who that is
 * @param unitCode its unit
 * @param field one of the four fields
 * @param nationalField one of the national fields
 * @param registration how it came to be registered
 * @param registeredOn when
 * @param late whether after the plan's day
 * @param changedAfterReport whether corrected after the year's report
 * @param status its state
 * @param content what is done, its beginning
 * @param results by indicator
 * @param beneficiaries who benefited, else who is to
 * @param score the mean of the valid inspections
 * @param rating its class by the plan
 * @param recognitions by decisions up to the last day
 * @param exemplars by decisions up to the last day
 * @param note why it was refused, withdrawn or stopped
 */
public record ModelRow(
    String id,
    String code,
    int year,
    String title,
    SubjectKind subjectKind,
    PersonName subject,
    String unitCode,
    Field field,
    @Nullable NationalField nationalField,
    RegistrationKind registration,
    LocalDate registeredOn,
    boolean late,
    boolean changedAfterReport,
    TermStatus status,
    String content,
    List<Result> results,
    @Nullable Beneficiaries beneficiaries,
    @Nullable BigDecimal score,
    @Nullable Rating rating,
    List<Honour> recognitions,
    List<Honour> exemplars,
    @Nullable String note) {}
