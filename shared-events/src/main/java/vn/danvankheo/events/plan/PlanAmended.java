package vn.danvankheo.events.plan;

import java.util.List;

/**
 * A plan was amended; only what really changed is told.
 *
 * @param changed the new values; null where nothing changed
 * @param cleared names of fields that became empty
 */
public record PlanAmended(PlanContent changed, List<String> cleared) implements PlanEvent {}
