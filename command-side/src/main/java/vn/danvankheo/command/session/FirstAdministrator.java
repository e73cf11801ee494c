package vn.danvankheo.command.session;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import vn.danvankheo.command.Ids;
import vn.danvankheo.command.account.domain.OpenAccount;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.execution.CommandRequest;
import vn.danvankheo.command.execution.Expectation;
import vn.danvankheo.command.reference.Accounts;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;

/**
 * Opens the account {@code admin} when the registry is started for the first time, with the
 * password that was set, or with a random one that is shown once.
 */
final class FirstAdministrator implements InitializingBean {
  private static final String SHOWN =
      "Password of the first administrator's account \"%s\" (shown this once): %s";
  private static final String SHOWN_VI =
      "Mật khẩu của tài khoản quản trị đầu tiên “%s” (chỉ hiện một lần): %s";
  private static final String USER_NAME = "admin";
  private static final Actor INSTALLATION = new Actor("system", null, null, Role.ADMIN);
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int RANDOM_LENGTH = 20;

  private final Accounts accounts;
  private final CommandExecutor executor;
  private final Passwords passwords;
  private final CredentialStore credentials;
  private final @Nullable String givenPassword;
  private final Ids ids;
  private final PrintStream console;

  FirstAdministrator(
      Accounts accounts,
      CommandExecutor executor,
      Passwords passwords,
      CredentialStore credentials,
      @Nullable String givenPassword,
      Ids ids,
      PrintStream console) {
    this.accounts = accounts;
    this.executor = executor;
    this.passwords = passwords;
    this.credentials = credentials;
    this.givenPassword = givenPassword;
    this.ids = ids;
    this.console = console;
  }

  @Override
  public void afterPropertiesSet() {
    if (accounts.find(USER_NAME).isPresent()) {
      return;
    }
    String password = givenPassword == null ? randomPassword() : longEnough(givenPassword);
    String hash = passwords.hash(password);
    try {
      executor.execute(
          request(), command(), Expectation.created(), () -> keepAndShow(password, hash));
    } catch (RuleBroken e) {
      // Another process was started at the same time and was first: its password holds.
      if (e.rule() != Rule.USER_NAME_TAKEN) {
        throw e;
      }
    }
  }

  /** Shown before it is committed: a password shown in vain does no harm, a lost one would. */
  private void keepAndShow(String password, String hash) {
    credentials.keep(USER_NAME, hash);
    if (givenPassword == null) {
      String words = Locale.getDefault().getLanguage().equals("vi") ? SHOWN_VI : SHOWN;
      console.println(words.formatted(USER_NAME, password));
    }
  }

  private CommandRequest request() {
    return new CommandRequest(
        new EventMetadata(
            INSTALLATION, "Khởi tạo hệ thống", null, null, ids.next(), null, "OpenAccount"));
  }

  private static OpenAccount command() {
    return new OpenAccount(
        USER_NAME,
        PersonalText.of("Quản trị hệ thống"),
        "Quản trị hệ thống",
        null,
        List.of(Role.ADMIN));
  }

  private static String longEnough(String password) {
    if (password.length() < Passwords.MIN_LENGTH) {
      throw new IllegalStateException(
          "DANVANKHEO_ADMIN_PASSWORD needs " + Passwords.MIN_LENGTH + " characters or more");
    }
    return password;
  }

  private static String randomPassword() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder(RANDOM_LENGTH);
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
