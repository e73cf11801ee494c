package vn.danvankheo.web.security;

import java.time.Instant;
import java.util.Set;

/** Tells which sessions were ended before their time. Each process provides it. */
@FunctionalInterface
public interface EndedSessions {
  /**
   * Sessions that somebody left, or that were ended with their account, its password or its roles.
   *
   * @param moment the earliest end
   * @return the ids of all that were ended then or later
   * @throws RuntimeException when their store is away
   */
  Set<String> since(Instant moment);
}
