package vn.danvankheo.query.audit.witness.domain;

/** Why a witness does not cosign, as C2SP tlog-witness has it. */
public enum Refusal {
  /** The log is none of those that it was told to watch. */
  UNKNOWN_LOG,
  /** No key that it trusts has signed, or one's signature is wrong. */
  UNSIGNED,
  /** The old size is above the new one. */
  BACKWARDS,
  /** It has seen another size last than the caller says. */
  OTHER_SIZE,
  /** The tree does not go on from the one that it has seen. */
  INCONSISTENT
}
