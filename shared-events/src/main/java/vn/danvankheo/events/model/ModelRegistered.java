package vn.danvankheo.events.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.SourceModel;

/**
 * A model was registered for its first year.
 *
 * @param code the registration code people say on the phone, such as {@code DVK-2024-0042}
 * @param year the term, 2000 to 2100
 * @param form the whole form
 * @param objectives the year's targets
 * @param registeredOn the day it was handed in, earlier than the recording when it came on paper
 * @param late whether it came after the plan's due day
 * @param registeredBy the user name of who registered, for the four-eyes rule
 * @param replicatedFrom the source when it is a replica
 */
public record ModelRegistered(
    String code,
    int year,
    ModelForm form,
    List<Objective> objectives,
    LocalDate registeredOn,
    boolean late,
    String registeredBy,
    @Nullable SourceModel replicatedFrom)
    implements ModelEvent {}
