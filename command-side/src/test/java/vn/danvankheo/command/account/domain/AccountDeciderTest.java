package vn.danvankheo.command.account.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.events.samples.UnitSamples.basis;
import static vn.danvankheo.events.samples.UnitSamples.unitRegistered;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.danvankheo.command.domain.KnownReference;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.Scenario;
import vn.danvankheo.events.account.AccountChanged;
import vn.danvankheo.events.account.AccountEvent;
import vn.danvankheo.events.account.AccountOpened;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.state.AccountState;
import vn.danvankheo.events.unit.UnitDissolved;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;

class AccountDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 6, 20);
  private static final AccountOpened OPENED =
      new AccountOpened(
          "ttpvhcc",
          PersonalText.of("Văn thư Trung tâm"),
          "Chuyên viên",
          "VP",
          List.of(Role.CLERK));
  private static final AccountOpened ADMIN =
      new AccountOpened(
          "admin", PersonalText.of("Quản trị"), "Quản trị", null, List.of(Role.ADMIN));
  private static final ChangeAccount NOTHING =
      new ChangeAccount("ttpvhcc", null, null, null, null, null, false);

  private static Scenario<AccountCommand, AccountState, AccountEvent> given(
      AccountEvent... history) {
    return given(new KnownReference().unit("VP", unitRegistered("VP", null)), history);
  }

  private static Scenario<AccountCommand, AccountState, AccountEvent> given(
      KnownReference reference, AccountEvent... history) {
    Actor admin = new Actor("admin", "Quản trị", null, Role.ADMIN);
    return new Scenario<>(new AccountDecider(), List.of(history), reference, admin, TODAY);
  }

  private static OpenAccount open(@Nullable String unitCode, Role... roles) {
    return new OpenAccount(
        "ttpvhcc", PersonalText.open("Văn thư Trung tâm"), "Chuyên viên", unitCode, List.of(roles));
  }

  private static ChangeAccount change(String name, Object value) {
    return Records.with(NOTHING, name, value);
  }

  @Test
  void anAccountIsOpenedOnceAndItsNameIsAPersons() {
    given().when(open("VP", Role.CLERK)).then(OPENED);
    given(OPENED).when(open("VP", Role.CLERK)).thenBroken(Rule.USER_NAME_TAKEN);
  }

  @Test
  void itHasARoleAndEachOnce() {
    given().when(open("VP")).thenInvalid("/roles REQUIRED");
    given().when(open("VP", Role.CLERK, Role.LEADER, Role.CLERK)).thenInvalid("/roles/2 DUPLICATE");
  }

  @Test
  void onlyAnAdministratorAloneHasNoUnit() {
    assertThat(given().when(open(null, Role.ADMIN)).then()).hasSize(1);
    given().when(open(null, Role.ADMIN, Role.AUDITOR)).thenInvalid("/unitCode REQUIRED");
    given().when(open(null, Role.CLERK)).thenInvalid("/unitCode REQUIRED");
  }

  @Test
  void theUnitIsKnownAndThere() {
    given().when(open("NOWHERE", Role.CLERK)).thenInvalid("/unitCode UNIT_UNKNOWN");
    var gone =
        new KnownReference()
            .unit("VP", unitRegistered("VP", null), new UnitDissolved(null, TODAY, basis()));
    given(gone).when(open("VP", Role.CLERK)).thenBroken(Rule.UNIT_NOT_ACTIVE);
    assertThat(given(gone, OPENED).when(change("position", "Trưởng phòng")).then()).hasSize(1);
  }

  @Test
  void onlyWhatReallyChangedIsTold() {
    given(OPENED)
        .when(
            new ChangeAccount(
                "ttpvhcc",
                PersonalText.open("Văn thư Trung tâm"),
                "Chánh Văn phòng",
                "VP",
                List.of(Role.LEADER),
                true,
                false))
        .then(new AccountChanged(null, "Chánh Văn phòng", null, List.of(Role.LEADER), true, false));
    given(OPENED).when(NOTHING).thenNothing();
    given(OPENED).when(change("disabled", false)).thenNothing();
  }

  @Test
  void aNewPasswordIsAlwaysToldButNeverShown() {
    given(OPENED)
        .when(change("passwordChanged", true))
        .then(new AccountChanged(null, null, null, null, null, true));
  }

  @Test
  void aChangedAccountIsCheckedAsAWhole() {
    given(OPENED).when(change("roles", List.of())).thenInvalid("/roles REQUIRED");
    given(OPENED).when(change("unitCode", "NOWHERE")).thenInvalid("/unitCode UNIT_UNKNOWN");
    given(ADMIN)
        .when(change("roles", List.of(Role.ADMIN, Role.LEADER)))
        .thenInvalid("/unitCode REQUIRED");
  }

  @Test
  void theLastAdministratorStays() {
    ChangeAccount bar = Records.with(NOTHING, "disabled", true);
    ChangeAccount demote = Records.with(change("roles", List.of(Role.LEADER)), "unitCode", "VP");
    for (ChangeAccount change : List.of(bar, demote)) {
      given(ADMIN).when(change).thenBroken(Rule.LAST_ADMINISTRATOR);
      var two = new KnownReference().unit("VP", unitRegistered("VP", null)).otherAdministrator();
      assertThat(given(two, ADMIN).when(change).then()).hasSize(1);
      assertThat(given(OPENED).when(change).then()).hasSize(1);
    }
    AccountEvent barred = new AccountChanged(null, null, null, null, true, false);
    assertThat(given(ADMIN, barred).when(demote).then()).hasSize(1);
    assertThat(given(ADMIN).when(change("passwordChanged", true)).then()).hasSize(1);
  }
}
