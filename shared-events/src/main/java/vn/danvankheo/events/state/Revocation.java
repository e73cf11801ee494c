package vn.danvankheo.events.state;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.RevocationGround;

/**
 * How a commendation was taken back.
 *
 * @param ground the legal ground
 * @param reason why
 * @param decision the awarding body's
 * @param bonusRecovered whether the money came back; null when unknown
 */
public record Revocation(
    RevocationGround ground, String reason, Decision decision, @Nullable Boolean bonusRecovered) {}
