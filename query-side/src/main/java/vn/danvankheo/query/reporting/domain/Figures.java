package vn.danvankheo.query.reporting.domain;

/**
 * The figures of a row. A model counts once for each year in which it is registered.
 *
 * @param registered registered for the year by the last day and not withdrawn
 * @param registeredInRange of these, handed in within the range
 * @param fresh of these, registered for the first time
 * @param renewed of these, kept up from an earlier year
 * @param replica of these, taken over from another unit
 * @param late of these, registered after the plan's day
 * @param approved of these, approved
 * @param inspected of these, inspected by others within the range
 * @param recognized of these, recognised at any level by a decision of the range
 * @param exemplars of these, designated as exemplars by a decision of the range
 * @param commended of these, commended by a decision of the range that is not revoked
 * @param notRecognized of these, refused and never recognised by the last day
 * @param stopped of these, stopped
 * @param withdrawn withdrawn, counted in no other figure
 * @param replicated of these, taken over by other units since
 * @param renewedNext of these, registered for a later year too
 * @param changedAfterReport of these, corrected after the year's report
 */
public record Figures(
    Tally registered,
    Tally registeredInRange,
    Tally fresh,
    Tally renewed,
    Tally replica,
    Tally late,
    Tally approved,
    Tally inspected,
    Tally recognized,
    Tally exemplars,
    Tally commended,
    Tally notRecognized,
    Tally stopped,
    Tally withdrawn,
    Tally replicated,
    Tally renewedNext,
    Tally changedAfterReport) {}
