package vn.danvankheo.events.vocabulary;

import java.util.List;

/**
 * Who may give a form of commendation under a plan.
 *
 * @param form the form
 * @param issuers names of the entitled bodies
 */
public record EntitledIssuers(CommendationForm form, List<String> issuers) {}
