package vn.danvankheo.query.serving;

/** The names of the views. */
public final class Views {
  /** Models, for lists and one by one. */
  public static final String MODELS = "models";

  /** Units with their names and places by day. */
  public static final String UNITS = "units";

  /** Yearly plans. */
  public static final String PLANS = "plans";

  /** Who the acting persons are. */
  public static final String ACCOUNTS = "accounts";

  /** Units' yearly ratings. */
  public static final String RATINGS = "ratings";

  /** Takeovers of models by other units. */
  public static final String REPLICATIONS = "replications";

  /** Issued reports. */
  public static final String REPORTS = "reports";

  /** What was done to or with the registry itself. */
  public static final String OVERSIGHT = "oversight";

  private Views() {}
}
