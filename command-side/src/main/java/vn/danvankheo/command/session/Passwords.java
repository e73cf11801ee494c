package vn.danvankheo.command.session;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords by Argon2id. One takes 16 MiB and some tens of milliseconds on purpose; only a
 * few are worked on at the same time, so that logins can't take the memory of everything else.
 */
public final class Passwords {
  /** The shortest password, in characters. */
  public static final int MIN_LENGTH = 12;

  /** The longest password, in characters. */
  public static final int MAX_LENGTH = 200;

  private static final int AT_A_TIME = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Argon2PasswordEncoder argon2 =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final Semaphore places = new Semaphore(AT_A_TIME, true);
  private final String nobodys = argon2.encode("nobody has this password");

  Passwords() {}

  /**
   * Hashes a password.
   *
   * @param password the words
   * @return the hash with its salt and parameters
   * @throws LoginThrottled when too many others are at it
   */
  public String hash(String password) {
    return inTurn(() -> argon2.encode(password));
  }

  /**
   * Compares a password. Takes as long when there is nothing to compare it with.
   *
   * @param password the words
   * @param hash what it should be; null when nobody has that name
   * @return true when it is the one
   * @throws LoginThrottled when too many others are at it
   */
  boolean matches(String password, @Nullable String hash) {
    boolean same = inTurn(() -> argon2.matches(password, hash == null ? nobodys : hash));
    return same && hash != null;
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new LoginThrottled(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoginThrottled(PATIENCE);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
