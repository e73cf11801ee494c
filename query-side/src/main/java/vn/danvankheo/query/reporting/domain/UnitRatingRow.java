package vn.danvankheo.query.reporting.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Rating;

/**
 * What a unit's rating can rest on, and the rating (Biểu 07).
 *
 * @param unitCode the unit
 * @param required how many models the plan asks of each unit; null when it does not say
 * @param registered how many it has registered
 * @param registeredLate how many of them late
 * @param progressOverdue progress reports owed past their day
 * @param inspected how many were inspected
 * @param recognized how many were recognised
 * @param bestScore the best mean score
 * @param meanScore the mean of the mean scores, half up, two places
 * @param findingsOpen findings not yet confirmed as remedied
 * @param findingsOverdue of these, open past their day
 * @param exemplars how many are exemplars
 * @param commended how many were commended
 * @param replicated how many others took over
 * @param rating the rating of the (last) year; null while there is none
 * @param decision by what it was given
 * @param previousRating the rating of the year before
 */
public record UnitRatingRow(
    String unitCode,
    @Nullable Integer required,
    int registered,
    int registeredLate,
    int progressOverdue,
    int inspected,
    int recognized,
    @Nullable BigDecimal bestScore,
    @Nullable BigDecimal meanScore,
    int findingsOpen,
    int findingsOverdue,
    int exemplars,
    int commended,
    int replicated,
    @Nullable Rating rating,
    @Nullable DocumentRef decision,
    @Nullable Rating previousRating) {}
