package vn.danvankheo.web.security;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.web.problem.ProblemCode;

/**
 * Who calls, as the token says.
 *
 * @param userName the lasting login name
 * @param displayName the person's name; null when the token does not carry it
 * @param position the position held
 * @param unitCode the unit; null for an administrator of the whole installation
 * @param roles what the person may act as
 */
public record Caller(
    String userName,
    @Nullable String displayName,
    @Nullable String position,
    @Nullable String unitCode,
    Set<Role> roles) {

  /**
   * Whether the caller has a right.
   *
   * @param right the right
   * @return true when one of the caller's roles grants it
   */
  public boolean may(Right right) {
    return right.roles().stream().anyMatch(roles::contains);
  }

  /**
   * The caller in the role that grants a right.
   *
   * @param right the right
   * @return who acts
   * @throws vn.danvankheo.web.problem.ProblemException 403 when no role grants it
   */
  public Actor as(Right right) {
    Role granting =
        right.roles().stream()
            .filter(roles::contains)
            .findFirst()
            .orElseThrow(
                () -> ProblemCode.FORBIDDEN.problem(Map.of("right", right.name())).exception());
    return new Actor(userName, position, unitCode, granting);
  }
}
