package vn.danvankheo.events.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;

/**
 * An account was opened; its password is kept elsewhere.
 *
 * @param userName the lasting login name
 * @param displayName the person's name
 * @param position the position
 * @param unitCode the unit; null for an administrator of the whole installation
 * @param roles what the account may be
 */
public record AccountOpened(
    String userName,
    PersonalText displayName,
    String position,
    @Nullable String unitCode,
    List<Role> roles)
    implements AccountEvent {}
