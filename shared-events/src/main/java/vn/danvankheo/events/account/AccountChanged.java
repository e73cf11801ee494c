package vn.danvankheo.events.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;

/**
 * An account was changed; null where nothing changed.
 *
 * @param displayName the person's name
 * @param position the position
 * @param unitCode the unit
 * @param roles what the account may be
 * @param disabled whether it is barred from logging in
 * @param passwordChanged whether it got a new password
 */
public record AccountChanged(
    @Nullable PersonalText displayName,
    @Nullable String position,
    @Nullable String unitCode,
    @Nullable List<Role> roles,
    @Nullable Boolean disabled,
    boolean passwordChanged)
    implements AccountEvent {}
