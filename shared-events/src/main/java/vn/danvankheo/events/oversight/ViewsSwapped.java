package vn.danvankheo.events.oversight;

import org.jspecify.annotations.Nullable;

/**
 * Somebody decided that other documents are read: those of a replay although they differ, or again
 * those that were read before it.
 *
 * @param replay the replay's id
 * @param subject the view; null for all views
 * @param differing how many documents differed from those that were read; null for the way back
 */
public record ViewsSwapped(String replay, @Nullable String subject, @Nullable Long differing)
    implements OversightEvent {}
