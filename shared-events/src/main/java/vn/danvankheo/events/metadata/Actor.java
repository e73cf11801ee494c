package vn.danvankheo.events.metadata;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Role;

/**
 * Who acted, as it was at that time. No name: that is looked up by the user name when shown.
 *
 * @param userName the lasting login name
 * @param position the position held
 * @param unitCode the unit; null for an administrator of the whole installation
 * @param role the role that gave the right to act
 */
public record Actor(
    String userName, @Nullable String position, @Nullable String unitCode, @Nullable Role role) {
  /** Somebody who was not let in. No account can be called like that. */
  public static final Actor UNKNOWN = new Actor("-", null, null, null);
}
