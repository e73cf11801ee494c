package vn.danvankheo.query.history;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.StoredEvent;

/**
 * An event with what it was about before and after it.
 *
 * @param event the event
 * @param before the aggregate before; null before its first event
 * @param after the aggregate after
 */
record Step(StoredEvent event, @Nullable Record before, Record after) {}
