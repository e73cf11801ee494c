package vn.danvankheo.command.account.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.account.AccountChanged;
import vn.danvankheo.events.account.AccountDataErased;
import vn.danvankheo.events.account.AccountEvent;
import vn.danvankheo.events.account.AccountOpened;
import vn.danvankheo.events.state.AccountState;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;

/** Opening and changing accounts. */
final class Accounting {
  private static final AccountChanged NOTHING =
      new AccountChanged(null, null, null, null, null, false);

  private Accounting() {}

  static List<AccountEvent> open(
      OpenAccount command, @Nullable AccountState state, Context context) {
    if (state != null) {
      throw new RuleBroken(Rule.USER_NAME_TAKEN, Map.of("userName", command.userName()));
    }
    check(command.unitCode(), command.roles(), context);
    wantUnit(command.unitCode(), context);
    return List.of(
        new AccountOpened(
            command.userName(),
            personal(command.displayName()),
            command.position(),
            command.unitCode(),
            command.roles()));
  }

  static List<AccountEvent> change(ChangeAccount command, AccountState state, Context context) {
    AccountChanged changed =
        new AccountChanged(
            changed(personal(command.displayName()), state.displayName()),
            changed(command.position(), state.position()),
            changed(command.unitCode(), state.unitCode()),
            changed(command.roles(), state.roles()),
            changed(command.disabled(), state.disabled()),
            command.passwordChanged());
    if (changed.equals(NOTHING)) {
      return List.of();
    }
    check(
        changed.unitCode() == null ? state.unitCode() : changed.unitCode(),
        changed.roles() == null ? state.roles() : changed.roles(),
        context);
    wantUnit(changed.unitCode(), context);
    wantAdministrator(changed, state, context);
    return List.of(changed);
  }

  static List<AccountEvent> erase(EraseAccountData command, AccountState state, Context context) {
    Faults faults = new Faults();
    faults.reason(context);
    faults.refuse();
    if (state.displayName().isErased()) {
      throw new RuleBroken(Rule.ALREADY_ERASED);
    }
    return List.of(new AccountDataErased(context.givenReason(), command.basis()));
  }

  /** Nobody locks everybody out. */
  private static void wantAdministrator(
      AccountChanged changed, AccountState state, Context context) {
    boolean barred = Boolean.TRUE.equals(changed.disabled());
    boolean demoted = changed.roles() != null && !changed.roles().contains(Role.ADMIN);
    if (state.administers()
        && (barred || demoted)
        && !context.reference().hasOtherAdministrator(state.userName())) {
      throw new RuleBroken(Rule.LAST_ADMINISTRATOR, Map.of("userName", state.userName()));
    }
  }

  /** Only who administers the installation and nothing else stands outside the units. */
  private static void check(@Nullable String unitCode, List<Role> roles, Context context) {
    Faults faults = new Faults();
    if (roles.isEmpty()) {
      faults.add("/roles", FaultCode.REQUIRED);
    }
    faults.distinct(roles, "/roles/%d");
    if (unitCode == null && roles.stream().anyMatch(role -> role != Role.ADMIN)) {
      faults.add("/unitCode", FaultCode.REQUIRED);
    }
    faults.unitKnown("/unitCode", unitCode, context.reference());
    faults.refuse();
  }

  private static void wantUnit(@Nullable String unitCode, Context context) {
    if (unitCode != null) {
      Units.aliveOn(unitCode, context.today(), context.reference());
    }
  }

  private static <T> @Nullable T changed(@Nullable T now, @Nullable T before) {
    return Objects.equals(now, before) ? null : now;
  }

  private static @Nullable PersonalText personal(@Nullable PersonalText name) {
    return name == null || name.isSealed() ? name : PersonalText.of(name.text());
  }
}
