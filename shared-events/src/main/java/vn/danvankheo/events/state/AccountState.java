package vn.danvankheo.events.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.account.AccountChanged;
import vn.danvankheo.events.account.AccountDataErased;
import vn.danvankheo.events.account.AccountEvent;
import vn.danvankheo.events.account.AccountOpened;
import vn.danvankheo.events.fold.Fold;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;

/**
 * An account after its events.
 *
 * @param userName the lasting login name
 * @param version sequence number of the last event
 * @param displayName the person's name
 * @param position the position
 * @param unitCode the unit; null for an administrator of the whole installation
 * @param roles what it may be
 * @param disabled whether barred from logging in
 */
public record AccountState(
    String userName,
    long version,
    PersonalText displayName,
    String position,
    @Nullable String unitCode,
    List<Role> roles,
    boolean disabled) {

  private static final Fold<@Nullable AccountState, AccountEvent> FOLD =
      Fold.<@Nullable AccountState, AccountEvent>over(AccountEvent.class)
          .on(
              AccountOpened.class,
              (s, e, r) ->
                  new AccountState(
                      e.userName(),
                      r.version(),
                      e.displayName(),
                      e.position(),
                      e.unitCode(),
                      e.roles(),
                      false))
          .on(AccountDataErased.class, (s, e, r) -> s.erased(r.version()))
          .on(AccountChanged.class, (s, e, r) -> s.changed(e, r.version()))
          .build();

  /**
   * Applies one event.
   *
   * @param state the account before; null before its first event
   * @param recorded the event in its stream
   * @return the account after
   */
  public static AccountState apply(
      @Nullable AccountState state, Recorded<? extends AccountEvent> recorded) {
    return FOLD.apply(state, recorded);
  }

  /**
   * Whether it can administer the installation.
   *
   * @return true when it has the role ADMIN and is not disabled
   */
  public boolean administers() {
    return !disabled && roles.contains(Role.ADMIN);
  }

  private AccountState erased(long newVersion) {
    return new AccountState(
        userName, newVersion, PersonalText.erased(), position, unitCode, roles, disabled);
  }

  private AccountState changed(AccountChanged e, long newVersion) {
    return new AccountState(
        userName,
        newVersion,
        e.displayName() == null ? displayName : e.displayName(),
        e.position() == null ? position : e.position(),
        e.unitCode() == null ? unitCode : e.unitCode(),
        e.roles() == null ? roles : e.roles(),
        e.disabled() == null ? disabled : e.disabled());
  }
}
