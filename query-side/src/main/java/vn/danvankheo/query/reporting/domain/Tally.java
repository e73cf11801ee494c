package vn.danvankheo.query.reporting.domain;

/**
 * How many, by kind of subject.
 *
 * @param total of all kinds
 * @param collective of collectives
 * @param individual of individuals
 * @param household of households
 */
public record Tally(int total, int collective, int individual, int household) {}
