package vn.danvankheo.web.conditional;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags of answers. */
public final class EntityTag {
  private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

  private EntityTag() {}

  /**
   * The tag of a version.
   *
   * @param version the version's number
   * @return in its quotes
   */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /**
   * The tag of anything else that names a state of a resource.
   *
   * @param value visible ASCII without quotes
   * @return in its quotes
   */
  public static String of(String value) {
    return "\"" + value + "\"";
  }

  /**
   * Whether the caller has this state already (compared weakly, as RFC 9110 asks).
   *
   * @param ifNoneMatch the header; null when it is missing
   * @param tag the present state's tag, in its quotes
   * @return true when the answer is 304
   */
  public static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
    if (ifNoneMatch == null) {
      return false;
    }
    if (ifNoneMatch.trim().equals("*")) {
      return true;
    }
    Matcher tags = TAG.matcher(ifNoneMatch);
    while (tags.find()) {
      if (tags.group(1).equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
