package vn.danvankheo.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Role;

/** Access tokens: JWTs signed by HS256 that name the caller for a quarter of an hour. */
public final class AccessTokens {
  /** How long a token holds. */
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  private static final String ISSUER = "danvankheo";

  private final JwtKeys keys;
  private final Clock clock;
  private volatile @Nullable MACVerifier verifier;

  /**
   * Tokens of this installation.
   *
   * @param keys the secret
   * @param clock tells when they expire
   */
  public AccessTokens(JwtKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Makes a token.
   *
   * @param caller whom it names
   * @param sessionId the session it belongs to, so that it can be ended
   * @return the token, valid from now for {@link #LIFETIME}
   */
  public String issue(Caller caller, String sessionId) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(caller.userName())
            .claim("name", caller.displayName())
            .claim("position", caller.position())
            .claim("unit", caller.unitCode())
            .claim("roles", caller.roles().stream().map(Role::name).toList())
            .claim("sid", sessionId)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(new MACSigner(keys.secret()));
    } catch (JOSEException e) {
      throw new IllegalStateException("The secret of tokens cannot sign", e);
    }
    return token.serialize();
  }

  /**
   * Reads a token.
   *
   * @param token what the caller sent
   * @return what it says; empty when it is malformed, forged or expired
   */
  public Optional<Verified> verify(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      Date expires = claims.getExpirationTime();
      boolean genuine =
          JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
              && isStrict(jwt.getSignature())
              && jwt.verify(verifier())
              && ISSUER.equals(claims.getIssuer())
              && claims.getSubject() != null
              && expires != null;
      return genuine && expires.toInstant().isAfter(clock.instant())
          ? Optional.of(verified(claims, expires.toInstant()))
          : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** One spelling alone; what is signed has but one anyway. */
  private static boolean isStrict(Base64URL signature) {
    return Base64URL.encode(signature.decode()).equals(signature);
  }

  private static Verified verified(JWTClaimsSet claims, Instant expires) throws ParseException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    List<String> names = claims.getStringListClaim("roles");
    if (names != null) {
      names.forEach(name -> roles.add(Role.valueOf(name)));
    }
    Caller caller =
        new Caller(
            claims.getSubject(),
            claims.getStringClaim("name"),
            claims.getStringClaim("position"),
            claims.getStringClaim("unit"),
            Set.copyOf(roles));
    return new Verified(caller, claims.getStringClaim("sid"), expires);
  }

  private MACVerifier verifier() throws JOSEException {
    MACVerifier known = verifier;
    if (known == null) {
      known = new MACVerifier(keys.secret());
      verifier = known;
    }
    return known;
  }

  /**
   * What a genuine token says.
   *
   * @param caller whom it names
   * @param sessionId the session it belongs to
   * @param expires when it ends
   */
  public record Verified(Caller caller, @Nullable String sessionId, Instant expires) {}
}
