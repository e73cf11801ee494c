package vn.danvankheo.command.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.account.domain.ChangeAccount;
import vn.danvankheo.command.execution.Answer;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.execution.CommandRequest;
import vn.danvankheo.command.execution.CommandResult;
import vn.danvankheo.command.execution.Expectation;

/**
 * People change their own password, which takes the one they have: whoever finds a computer left
 * open can't. A wrong one is slowed down and recorded like a failed login.
 */
public final class OwnPassword {
  private final CommandExecutor executor;
  private final Passwords passwords;
  private final CredentialStore credentials;
  private final LoginThrottle throttle;
  private final FailedLogins failures;
  private final SessionStore sessions;

  OwnPassword(
      CommandExecutor executor,
      Passwords passwords,
      CredentialStore credentials,
      LoginThrottle throttle,
      FailedLogins failures,
      SessionStore sessions) {
    this.executor = executor;
    this.passwords = passwords;
    this.credentials = credentials;
    this.throttle = throttle;
    this.failures = failures;
    this.sessions = sessions;
  }

  /**
   * Changes the password of who asks and ends all their other sessions.
   *
   * @param request who, and by what it is known when it comes again: it is answered the same then,
   *     although the old password is no longer right
   * @param sessionId the session it is asked in, which goes on; null for none
   * @param oldPassword what it was
   * @param newPassword what it shall be
   * @return the account's version after it
   * @throws WrongPassword when it was another
   * @throws LoginThrottled after too many failures
   */
  public Answer<CommandResult> change(
      CommandRequest request, @Nullable String sessionId, String oldPassword, String newPassword) {
    String userName = request.metadata().actor().userName();
    String address = String.valueOf(request.metadata().clientAddress());
    throttle.attempt(userName, address);
    Optional<String> before = credentials.find(userName);
    boolean known = passwords.matches(oldPassword, before.orElse(null));
    String hash = known ? passwords.hash(newPassword) : null;
    try {
      Answer<CommandResult> answer =
          executor.execute(
              request,
              new ChangeAccount(userName, null, null, null, null, null, true),
              Expectation.any(),
              () -> {
                if (hash == null || !credentials.find(userName).equals(before)) {
                  throw new WrongPassword();
                }
                credentials.keep(userName, hash);
                sessions.endOthersOf(userName, sessionId);
              });
      throttle.succeeded(userName, address);
      return answer;
    } catch (WrongPassword e) {
      failures.add(userName, request.metadata());
      throw e;
    }
  }
}
