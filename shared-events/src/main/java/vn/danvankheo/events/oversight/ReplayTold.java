package vn.danvankheo.events.oversight;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.ReplayInstruction;

/**
 * Somebody told a replay of views something while it was under way, or after it.
 *
 * @param replay the replay's id
 * @param subject the view; null for all views
 * @param instruction what it was told
 * @param rateLimit so many events a second at most; null for as fast as it can, and when it was
 *     told something else
 */
public record ReplayTold(
    String replay,
    @Nullable String subject,
    ReplayInstruction instruction,
    @Nullable Long rateLimit)
    implements OversightEvent {}
