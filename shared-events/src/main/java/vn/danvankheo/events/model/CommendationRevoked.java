package vn.danvankheo.events.model;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.RevocationGround;

/**
 * A commendation was taken back; it stays in the history.
 *
 * @param year the commendation's term, 2000 to 2100
 * @param commendation its number
 * @param ground the legal ground
 * @param reason why
 * @param decision the awarding body's decision
 * @param bonusRecovered whether the money came back; null when unknown
 */
public record CommendationRevoked(
    int year,
    int commendation,
    RevocationGround ground,
    String reason,
    Decision decision,
    @Nullable Boolean bonusRecovered)
    implements ModelEvent {}
