package vn.danvankheo.web.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.danvankheo.events.digest.Sha256;
import vn.danvankheo.web.security.AccessTokens.Verified;

/** Remembers genuine tokens by their hash until they expire, so that a token is verified once. */
final class TokenCache {
  private static final int CAPACITY = 10_000;

  private final AccessTokens tokens;
  private final Clock clock;
  private final Map<String, Verified> known = new ConcurrentHashMap<>();

  TokenCache(AccessTokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  Optional<Verified> verify(String token) {
    String hash = Sha256.hex(token);
    Verified before = known.get(hash);
    if (before != null) {
      if (before.expires().isAfter(clock.instant())) {
        return Optional.of(before);
      }
      known.remove(hash);
      return Optional.empty();
    }
    Optional<Verified> now = tokens.verify(token);
    now.ifPresent(verified -> remember(hash, verified));
    return now;
  }

  private void remember(String hash, Verified verified) {
    if (known.size() >= CAPACITY) {
      Instant now = clock.instant();
      known.values().removeIf(old -> !old.expires().isAfter(now));
      if (known.size() >= CAPACITY) {
        known.clear();
      }
    }
    known.put(hash, verified);
  }
}
