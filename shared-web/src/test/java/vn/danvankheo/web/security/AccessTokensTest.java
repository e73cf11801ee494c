package vn.danvankheo.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.vocabulary.Role;

class AccessTokensTest {
  private static final Instant NOW = Instant.parse("2024-03-01T00:00:00Z");
  private static final byte[] SECRET =
      "0123456789012345678901234567890123456789".getBytes(StandardCharsets.UTF_8);
  private static final Caller CALLER =
      new Caller("huong", "Nguyễn Thị Hương", "Chuyên viên", "VP", Set.of(Role.CLERK, Role.LEADER));

  private static AccessTokens at(Instant instant) {
    return new AccessTokens(() -> SECRET, Clock.fixed(instant, ZoneOffset.UTC));
  }

  @Test
  void tellsWhomItNamesUntilItExpires() {
    String token = at(NOW).issue(CALLER, "s1");
    Instant end = NOW.plus(AccessTokens.LIFETIME);
    assertThat(at(NOW).verify(token)).hasValue(new AccessTokens.Verified(CALLER, "s1", end));
    assertThat(at(end.minusMillis(1)).verify(token)).isPresent();
    assertThat(at(end).verify(token)).isEmpty();
  }

  @Test
  void anAdministratorHasNoUnit() {
    Caller admin = new Caller("admin", null, null, null, Set.of(Role.ADMIN));
    assertThat(at(NOW).verify(at(NOW).issue(admin, "s")))
        .map(AccessTokens.Verified::caller)
        .hasValue(admin);
  }

  @Test
  void forgeriesAreNotOurs() throws Exception {
    String token = at(NOW).issue(CALLER, "s1");
    String other = "another secret that is long enough, too".repeat(2);
    AccessTokens others =
        new AccessTokens(
            () -> other.getBytes(StandardCharsets.UTF_8), Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(others.verify(token)).isEmpty();
    assertThat(at(NOW).verify(token.substring(0, token.length() - 3) + "AAA")).isEmpty();
    assertThat(at(NOW).verify(token + "=")).isEmpty();
    assertThat(at(NOW).verify(token + "==")).isEmpty();
    assertThat(at(NOW).verify(otherwiseSpelt(token))).isEmpty();
    assertThat(at(NOW).verify("")).isEmpty();
    assertThat(at(NOW).verify("a.b.c")).isEmpty();
    JWTClaimsSet claims = claims("danvankheo");
    assertThat(at(NOW).verify(new PlainJWT(new PlainHeader(), claims).serialize())).isEmpty();
    assertThat(at(NOW).verify(signed(JWSAlgorithm.HS256, claims))).isPresent();
    assertThat(at(NOW).verify(signed(JWSAlgorithm.HS256, claims("someone else")))).isEmpty();
  }

  /** A signature's last letter has two bits that nobody reads. */
  private static String otherwiseSpelt(String token) {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = letters.indexOf(token.charAt(token.length() - 1));
    return token.substring(0, token.length() - 1) + letters.charAt(last ^ 1);
  }

  @Test
  void whoseSessionHasEndedIsKnownAlsoWhileTheStoreIsAway() {
    AtomicReference<Set<String>> ended = new AtomicReference<>(Set.of("s1"));
    EndedSessions store =
        moment -> {
          assertThat(moment).isBefore(NOW.minus(AccessTokens.LIFETIME));
          return Set.copyOf(ended.get());
        };
    try (SessionWatch watch = new SessionWatch(store, Clock.fixed(NOW, ZoneOffset.UTC))) {
      assertThat(watch.hasEnded("s1")).isFalse();
      watch.look();
      assertThat(watch.hasEnded("s1")).isTrue();
      assertThat(watch.hasEnded("s2")).isFalse();
      assertThat(watch.hasEnded(null)).isFalse();
      ended.set(null);
      watch.look();
      assertThat(watch.hasEnded("s1")).isTrue();
      ended.set(Set.of("s2"));
      watch.look();
      assertThat(watch.hasEnded("s2")).isTrue();
    }
  }

  @Test
  void theCacheForgetsWhatExpired() {
    String token = at(NOW).issue(CALLER, "s1");
    Instant[] time = {NOW};
    Clock clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return time[0];
          }
        };
    TokenCache cache = new TokenCache(new AccessTokens(() -> SECRET, clock), clock);
    assertThat(cache.verify(token)).isPresent();
    assertThat(cache.verify(token)).isPresent();
    time[0] = NOW.plus(AccessTokens.LIFETIME).plus(Duration.ofSeconds(1));
    assertThat(cache.verify(token)).isEmpty();
    assertThat(cache.verify(token)).isEmpty();
  }

  private static JWTClaimsSet claims(String issuer) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject("huong")
        .expirationTime(Date.from(NOW.plusSeconds(60)))
        .build();
  }

  private static String signed(JWSAlgorithm algorithm, JWTClaimsSet claims) throws Exception {
    SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims);
    jwt.sign(new MACSigner(SECRET));
    return jwt.serialize();
  }
}
