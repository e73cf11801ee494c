package vn.danvankheo.command.session;

import java.time.Duration;

/**
 * What a login gives.
 *
 * @param accessToken a signed token that names the caller
 * @param expiresIn how long it holds
 * @param refreshToken gives the next pair, once
 */
public record Tokens(String accessToken, Duration expiresIn, String refreshToken) {
  /** Keeps tokens out of logs. */
  @Override
  public String toString() {
    return "Tokens[hidden]";
  }
}
