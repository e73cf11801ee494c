package vn.danvankheo.command.account.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;

/**
 * Opens an account; its password goes elsewhere.
 *
 * @param userName the lasting login name
 * @param displayName the person's name
 * @param position the position
 * @param unitCode the unit; null for an administrator of the whole installation
 * @param roles what it may be, at least one
 */
public record OpenAccount(
    String userName,
    PersonalText displayName,
    String position,
    @Nullable String unitCode,
    List<Role> roles)
    implements AccountCommand {
  /** Keeps its own copies of the lists. */
  public OpenAccount {
    roles = List.copyOf(roles);
  }

  @Override
  public String aggregateId() {
    return AccountCommand.aggregateId(userName);
  }
}
