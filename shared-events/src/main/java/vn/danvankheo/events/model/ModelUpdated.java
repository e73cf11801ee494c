package vn.danvankheo.events.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Objective;

/**
 * The form was changed; only what really changed is told.
 *
 * @param year the term, 2000 to 2100
 * @param changed the new values; null where nothing changed
 * @param cleared names of fields that became empty
 * @param objectives the year's new targets, or null when they stayed
 * @param afterReport whether the year's report had been issued
 */
public record ModelUpdated(
    int year,
    ModelForm changed,
    List<String> cleared,
    @Nullable List<Objective> objectives,
    boolean afterReport)
    implements ModelEvent {}
