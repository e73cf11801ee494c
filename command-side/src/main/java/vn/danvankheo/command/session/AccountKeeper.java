package vn.danvankheo.command.session;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.account.domain.ChangeAccount;
import vn.danvankheo.command.account.domain.OpenAccount;
import vn.danvankheo.command.execution.Answer;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.execution.CommandRequest;
import vn.danvankheo.command.execution.CommandResult;
import vn.danvankheo.command.execution.Expectation;

/**
 * Commands about accounts, with the passwords that no command and no event may hold: their hashes
 * are kept in the transaction of the events. Throws what {@link CommandExecutor} throws.
 */
public final class AccountKeeper {
  private final CommandExecutor executor;
  private final Passwords passwords;
  private final CredentialStore credentials;
  private final SessionStore sessions;

  AccountKeeper(
      CommandExecutor executor,
      Passwords passwords,
      CredentialStore credentials,
      SessionStore sessions) {
    this.executor = executor;
    this.passwords = passwords;
    this.credentials = credentials;
    this.sessions = sessions;
  }

  /**
   * Opens an account.
   *
   * @param request who, why, and by what it is known when it comes again
   * @param command the wish
   * @param password its first password; null for none, then nobody can log in with it yet
   * @return the new account
   */
  public Answer<CommandResult> open(
      CommandRequest request, OpenAccount command, @Nullable String password) {
    String hash = password == null ? null : passwords.hash(password);
    return executor.execute(
        request, command, Expectation.created(), () -> keep(command.userName(), hash));
  }

  /**
   * Changes an account. A new password, a disabled account and other roles end its sessions.
   *
   * @param request who, why, and by what it is known when it comes again
   * @param command the wish; it must say whether the password is changed
   * @param expectation what is believed of the account
   * @param password its new password; null when it stays
   * @return the account's version after it
   */
  public Answer<CommandResult> change(
      CommandRequest request,
      ChangeAccount command,
      Expectation expectation,
      @Nullable String password) {
    if (command.passwordChanged() != (password != null)) {
      throw new IllegalArgumentException("The command must say whether there is a new password");
    }
    String hash = password == null ? null : passwords.hash(password);
    return executor.execute(
        request,
        command,
        expectation,
        () -> {
          keep(command.userName(), hash);
          if (hash != null || command.roles() != null || command.disabled() != null) {
            sessions.endAllOf(command.userName());
          }
        });
  }

  private void keep(String userName, @Nullable String hash) {
    if (hash != null) {
      credentials.keep(userName, hash);
    }
  }
}
