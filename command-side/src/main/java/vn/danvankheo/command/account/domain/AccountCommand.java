package vn.danvankheo.command.account.domain;

import vn.danvankheo.command.domain.Command;

/** A wish about a user's account. */
public sealed interface AccountCommand extends Command
    permits OpenAccount, ChangeAccount, EraseAccountData {
  /** The stored name of the aggregate's type. */
  String AGGREGATE_TYPE = "account";

  /**
   * The id of an account's stream.
   *
   * @param userName the login name
   * @return {@code account:{userName}}
   */
  static String aggregateId(String userName) {
    return AGGREGATE_TYPE + ':' + userName;
  }
}
