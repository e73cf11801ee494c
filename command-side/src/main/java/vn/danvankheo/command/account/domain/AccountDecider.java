package vn.danvankheo.command.account.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.domain.Decisions;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.account.AccountEvent;
import vn.danvankheo.events.state.AccountState;

/** All decisions about accounts. */
public final class AccountDecider implements Decider<AccountCommand, AccountState, AccountEvent> {
  private static final Decisions<AccountCommand, AccountState, AccountEvent> DECISIONS =
      Decisions.<AccountCommand, AccountState, AccountEvent>over(AccountCommand.class)
          .onNew(OpenAccount.class, Accounting::open)
          .on(EraseAccountData.class, Accounting::erase)
          .on(ChangeAccount.class, Accounting::change)
          .build();

  @Override
  public List<AccountEvent> decide(
      AccountCommand command, @Nullable AccountState state, Context context) {
    return DECISIONS.decide(command, state, context);
  }

  @Override
  public AccountState evolve(
      @Nullable AccountState state, Recorded<? extends AccountEvent> recorded) {
    return AccountState.apply(state, recorded);
  }
}
