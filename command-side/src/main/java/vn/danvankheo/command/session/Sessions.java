package vn.danvankheo.command.session;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import vn.danvankheo.command.Ids;
import vn.danvankheo.command.personal.PersonalVault;
import vn.danvankheo.command.reference.Accounts;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.state.AccountState;
import vn.danvankheo.web.security.AccessTokens;
import vn.danvankheo.web.security.Caller;

/** Logging in, staying and leaving. */
public final class Sessions {
  private static final int TOKEN_BYTES = 32;

  private final Accounts accounts;
  private final CredentialStore credentials;
  private final Passwords passwords;
  private final LoginThrottle throttle;
  private final FailedLogins failures;
  private final SessionStore sessions;
  private final AccessTokens tokens;
  private final PersonalVault vault;
  private final Ids ids;
  private final SecureRandom random = new SecureRandom();

  Sessions(
      Accounts accounts,
      CredentialStore credentials,
      Passwords passwords,
      LoginThrottle throttle,
      FailedLogins failures,
      SessionStore sessions,
      AccessTokens tokens,
      PersonalVault vault,
      Ids ids) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.passwords = passwords;
    this.throttle = throttle;
    this.failures = failures;
    this.sessions = sessions;
    this.tokens = tokens;
    this.vault = vault;
    this.ids = ids;
  }

  /**
   * Logs somebody in.
   *
   * @param userName the login name
   * @param password the words
   * @param attempt what is recorded with a failure; the client's network address in it slows down
   *     guessing
   * @return tokens of a new session
   * @throws LoginRefused when name and password don't belong together, or the account is disabled
   * @throws LoginThrottled after too many failures
   */
  public Tokens logIn(String userName, String password, EventMetadata attempt) {
    String address = String.valueOf(attempt.clientAddress());
    throttle.attempt(userName, address);
    String hash = credentials.find(userName).orElse(null);
    boolean known = passwords.matches(password, hash);
    AccountState account = accounts.find(userName).orElse(null);
    if (!known || account == null || account.disabled()) {
      failures.add(account == null ? null : userName, attempt);
      throw new LoginRefused();
    }
    throttle.succeeded(userName, address);
    String id = ids.next();
    String refreshToken = randomToken();
    sessions.start(id, userName, refreshToken);
    return issue(account, id, refreshToken);
  }

  /**
   * Goes on with a session. The token given is used up; using it a second time ends the session.
   *
   * @param refreshToken what the login or the last refresh gave
   * @return new tokens, with the account's position, unit and roles of today
   * @throws LoginRefused when the token, the session or the account is not good any more
   */
  public Tokens refresh(String refreshToken) {
    String next = randomToken();
    SessionStore.Session session =
        sessions.rotate(refreshToken, next).orElseThrow(LoginRefused::new);
    AccountState account = accounts.find(session.userName()).orElseThrow(LoginRefused::new);
    if (account.disabled()) {
      throw new LoginRefused();
    }
    return issue(account, session.id(), next);
  }

  /**
   * Ends a session: its refresh token is worth nothing any more. Its access token runs out by
   * itself.
   *
   * @param sessionId the session named by the caller's token
   */
  public void logOut(String sessionId) {
    sessions.end(sessionId);
  }

  private Tokens issue(AccountState account, String sessionId, String refreshToken) {
    Caller caller =
        new Caller(
            account.userName(),
            vault.open(account).displayName().text(),
            account.position(),
            account.unitCode(),
            Set.copyOf(account.roles()));
    return new Tokens(tokens.issue(caller, sessionId), AccessTokens.LIFETIME, refreshToken);
  }

  private String randomToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
