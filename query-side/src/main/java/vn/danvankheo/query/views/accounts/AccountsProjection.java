package vn.danvankheo.query.views.accounts;

import java.util.List;
import vn.danvankheo.events.account.AccountEvent;
import vn.danvankheo.events.state.AccountState;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.projecting.RecordProjection;
import vn.danvankheo.query.serving.Views;

/** Accounts: who the acting persons are, without any secret. */
public final class AccountsProjection {
  private AccountsProjection() {}

  /**
   * Describes the view.
   *
   * @return one document for each, and one for each event
   */
  public static RecordProjection<AccountState, AccountEvent> projection() {
    return new RecordProjection<>(
            Views.ACCOUNTS,
            2,
            "account",
            AccountState.class,
            AccountEvent.class,
            AccountState::apply,
            AccountState::userName,
            List.of())
        .with(AuditEntry.EMITTER);
  }
}
