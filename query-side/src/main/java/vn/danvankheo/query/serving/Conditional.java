package vn.danvankheo.query.serving;

import vn.danvankheo.web.conditional.EntityTag;
import vn.danvankheo.web.endpoint.Exchange;

/** Entity tags of answers, and not answering twice what the caller has. */
public final class Conditional {
  /** For answers that can change: kept by the caller alone, and asked after each time. */
  public static final String REVALIDATE = "private, no-cache";

  /** For answers that never change. */
  public static final String IMMUTABLE = "private, max-age=31536000, immutable";

  private Conditional() {}

  /**
   * Tags an answer, and answers 304 when the caller has it.
   *
   * @param exchange the request
   * @param tag names the answer, in its quotes
   * @param caching one of this class's constants
   * @return whether it is answered
   */
  public static boolean known(Exchange exchange, String tag, String caching) {
    tag(exchange, tag, caching);
    if (!EntityTag.isKnown(exchange.header("If-None-Match"), tag)) {
      return false;
    }
    exchange.response().setStatus(304);
    return true;
  }

  /**
   * Tags an answer that is given even to a caller who has one of that tag.
   *
   * @param exchange the request
   * @param tag names the answer, in its quotes
   * @param caching one of this class's constants
   */
  public static void tag(Exchange exchange, String tag, String caching) {
    exchange.response().setHeader("ETag", tag);
    exchange.response().setHeader("Cache-Control", caching);
  }
}
