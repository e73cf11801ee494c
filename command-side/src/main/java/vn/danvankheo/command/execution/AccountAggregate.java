package vn.danvankheo.command.execution;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.danvankheo.command.account.domain.AccountCommand;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.events.account.AccountEvent;
import vn.danvankheo.events.state.AccountState;

@AggregateRoot(type = AccountCommand.AGGREGATE_TYPE)
final class AccountAggregate extends DecidedAggregate<AccountCommand, AccountState, AccountEvent> {
  AccountAggregate(
      Decider<AccountCommand, AccountState, AccountEvent> decider, Stored<AccountState> stored) {
    super(AggregateKind.ACCOUNT, decider, stored);
  }

  @CommandHandler(commandName = AccountCommand.AGGREGATE_TYPE + AggregateKind.CREATE)
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void create(Dispatch dispatch) {
    decide(dispatch);
  }

  @CommandHandler(commandName = AccountCommand.AGGREGATE_TYPE + AggregateKind.CHANGE)
  void change(Dispatch dispatch) {
    decide(dispatch);
  }
}
