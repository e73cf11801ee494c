package vn.danvankheo.command.account.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;

/**
 * Changes an account; null where nothing was said.
 *
 * @param userName the lasting login name
 * @param displayName the person's name
 * @param position the position
 * @param unitCode the unit
 * @param roles what it may be, at least one
 * @param disabled whether it is barred from logging in
 * @param passwordChanged whether it gets a new password
 */
public record ChangeAccount(
    String userName,
    @Nullable PersonalText displayName,
    @Nullable String position,
    @Nullable String unitCode,
    @Nullable List<Role> roles,
    @Nullable Boolean disabled,
    boolean passwordChanged)
    implements AccountCommand {
  /** Keeps its own copies of the lists. */
  public ChangeAccount {
    roles = roles == null ? null : List.copyOf(roles);
  }

  @Override
  public String aggregateId() {
    return AccountCommand.aggregateId(userName);
  }

  @Override
  public boolean comparesPersonalTexts() {
    return displayName != null;
  }
}
