package vn.danvankheo.web.conditional;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.web.problem.ProblemCode;

/**
 * What {@code If-Match} expects. A weak tag counts as its strong one: a tag here is a version's
 * number, and gateways weaken tags when they compress an answer. What may follow the number behind
 * a dot tells how the version was shown, which is nothing to a command.
 *
 * @param version the version the caller saw; empty for {@code *}, whatever is current
 */
public record ExpectedVersion(OptionalLong version) {
  private static final Pattern TAG =
      Pattern.compile("(?:W/)?\"(0|[1-9][0-9]{0,17})(?:\\.[0-9]{1,18})?\"");

  /** Whatever is current. */
  public static final ExpectedVersion ANY = new ExpectedVersion(OptionalLong.empty());

  /**
   * Reads the header.
   *
   * @param ifMatch its value; null when it is missing
   * @return what is expected
   * @throws vn.danvankheo.web.problem.ProblemException 428 when it is missing, 400 when it is
   *     neither {@code *} nor one version
   */
  public static ExpectedVersion of(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw ProblemCode.IF_MATCH_REQUIRED.problem().exception();
    }
    String value = ifMatch.trim();
    if (value.equals("*")) {
      return ANY;
    }
    Matcher tag = TAG.matcher(value);
    if (!tag.matches()) {
      throw ProblemCode.MALFORMED_IF_MATCH.problem().exception();
    }
    return new ExpectedVersion(OptionalLong.of(Long.parseLong(tag.group(1))));
  }
}
