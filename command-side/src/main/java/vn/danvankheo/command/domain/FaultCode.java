package vn.danvankheo.command.domain;

/** What can be wrong with a field when state, plan, clock or other aggregates are asked. */
public enum FaultCode {
  /** It is missing, or may not be emptied. */
  REQUIRED,
  /** Shorter than {@code min} characters. */
  TOO_SHORT,
  /** A day after today. */
  IN_FUTURE,
  /** A day before today. */
  IN_PAST,
  /** A day before {@code earliest}. */
  TOO_EARLY,
  /** A day not from {@code min} to {@code max}. */
  OUT_OF_RANGE,
  /** The last day is before the first. */
  END_BEFORE_START,
  /** The last day is after {@code latest}. */
  PERIOD_TOO_LONG,
  /** The days do not cover {@code year}. */
  YEAR_NOT_COVERED,
  /** A day before the model's first, {@code startsOn}. */
  BEFORE_START,
  /** A day before the inspection's, {@code inspectedOn}. */
  BEFORE_INSPECTION,
  /** A day before the recognition's decision, {@code recognizedOn}. */
  BEFORE_RECOGNITION,
  /** A day before the award's decision, {@code awardedOn}. */
  BEFORE_AWARD,
  /** A day not after the one in force, {@code dueOn}. */
  NOT_LATER,
  /** A day before the unit's first, {@code firstDay}. */
  BEFORE_FIRST_DAY,
  /** A day before the report's period, {@code from}. */
  BEFORE_PERIOD,
  /** Twice in one list. */
  DUPLICATE,
  /** No unit has that code. */
  UNIT_UNKNOWN,
  /** The plan names no such legal basis. */
  LEGAL_BASIS_UNKNOWN,
  /** The plan names no such focus task. */
  FOCUS_TASK_UNKNOWN,
  /** The plan has no such criterion. */
  CRITERION_UNKNOWN,
  /** The plan's {@code criteria} without points. */
  CRITERION_MISSING,
  /** More points than the criterion's {@code maximum}. */
  SCORE_ABOVE_MAXIMUM,
  /** Less than nothing. */
  SCORE_NEGATIVE,
  /** Not a multiple of {@code step}. */
  WRONG_STEP,
  /** There is no report of that period to correct. */
  NOTHING_TO_CORRECT,
  /** Only an award for a period has years. */
  ONLY_FOR_PERIOD,
  /** The decision is not by the awarding body, {@code issuer}. */
  NOT_AWARDING_BODY,
  /** Not the model's latest term, {@code latest}. */
  NOT_LATEST,
  /** A plan's points add up to {@code sum}, not to 100. */
  SUM_NOT_100,
  /** Not positive. */
  NOT_POSITIVE,
  /** A better class must have a higher bound. */
  NOT_DECREASING
}
