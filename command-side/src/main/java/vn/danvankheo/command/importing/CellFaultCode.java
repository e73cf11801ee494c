package vn.danvankheo.command.importing;

/** What can be wrong with a cell before its row is looked at as a whole. */
public enum CellFaultCode {
  /** A formula instead of a value. */
  FORMULA,
  /** A formula's error. */
  CELL_ERROR,
  /** More text than a cell can hold. */
  CELL_TOO_LONG,
  /** Looks like TCVN3 or VNI, but not surely enough to convert it. */
  LEGACY_ENCODING,
  /** Its letters were lost before. */
  BROKEN_TEXT,
  NOT_A_WHOLE_NUMBER,
  NOT_A_DATE,
  NOT_A_CHOICE,
  OBJECTIVE_SYNTAX,
  /** Stands below no heading. */
  NO_HEADING,
  /** A heading that the form has not. */
  UNKNOWN_COLUMN,
  REPEATED_COLUMN,
  MISSING_COLUMN,
  /** The same title, unit and year in an earlier row. */
  DUPLICATE_IN_FILE,
  /** A warning: other models have the title, of another unit or year. */
  SAME_TITLE_ELSEWHERE
}
