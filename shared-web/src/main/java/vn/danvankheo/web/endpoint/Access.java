package vn.danvankheo.web.endpoint;

/** Who may use an operation at all. */
public enum Access {
  /** Anyone, without a token. */
  OPEN,
  /** Whoever is logged in. */
  CALLER,
  /** Whoever has the operation's right. */
  RIGHT
}
