package vn.danvankheo.query.views.accounts;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.danvankheo.events.state.AccountState;
import vn.danvankheo.query.mongo.RecordCodec;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.CachedView;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.serving.Views;

/** All accounts, as the view has them. */
public final class AccountStore {
  private static final RecordCodec<AccountState> CODEC = new RecordCodec<>(AccountState.class);

  private final CachedView<Map<String, AccountState>> accounts;

  /**
   * Reads from the view.
   *
   * @param database the views' database
   * @param board tells when accounts have changed
   */
  public AccountStore(ViewDatabase database, ViewBoard board) {
    this.accounts =
        new CachedView<>(
            database,
            board,
            Views.ACCOUNTS,
            documents ->
                documents.stream()
                    .map(CODEC::decode)
                    .collect(Collectors.toMap(AccountState::userName, Function.identity())));
  }

  /**
   * An account.
   *
   * @param userName its login name
   * @return empty when there never was one
   */
  public Optional<AccountState> find(String userName) {
    return Optional.ofNullable(accounts.get().get(userName));
  }

  /**
   * All accounts.
   *
   * @return in no order, disabled ones too
   */
  public Collection<AccountState> all() {
    return accounts.get().values();
  }
}
