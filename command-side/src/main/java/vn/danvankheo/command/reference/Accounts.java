package vn.danvankheo.command.reference;

import java.util.Optional;
import vn.danvankheo.events.state.AccountState;

/** The accounts as they are committed. */
public final class Accounts {
  private final RegistryStore registries;

  /**
   * The accounts of the registry.
   *
   * @param registries units, plans and accounts
   */
  public Accounts(RegistryStore registries) {
    this.registries = registries;
  }

  /**
   * An account.
   *
   * @param userName its login name
   * @return empty when there is none
   */
  public Optional<AccountState> find(String userName) {
    return Optional.ofNullable(registries.current().accounts().get(userName));
  }
}
