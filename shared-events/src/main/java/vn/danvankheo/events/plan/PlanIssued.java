package vn.danvankheo.events.plan;

/**
 * A plan was issued.
 *
 * @param code {@code {unitCode}-{year}}
 * @param content the whole plan
 */
public record PlanIssued(String code, PlanContent content) implements PlanEvent {}
