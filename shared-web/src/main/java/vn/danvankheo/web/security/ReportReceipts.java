package vn.danvankheo.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportType;

/**
 * Receipts for drafts of reports: JWTs by which the query side vouches to the command side for what
 * it has read from the events. They have a type, an issuer and an audience of their own, so that
 * neither a receipt passes for an access token nor the other way round.
 */
public final class ReportReceipts {
  /** How long a draft can be issued: it goes round for signature. */
  public static final Duration LIFETIME = Duration.ofDays(30);

  private static final JOSEObjectType TYPE = new JOSEObjectType("report-receipt+jwt");
  private static final String ISSUER = "danvankheo-reports";
  private static final List<String> AUDIENCE = List.of("danvankheo-report-issue");

  private final JwtKeys keys;
  private final Clock clock;

  /**
   * Receipts of this installation.
   *
   * @param keys the secret
   * @param clock tells when they expire
   */
  public ReportReceipts(JwtKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Makes a receipt.
   *
   * @param receipt what it vouches for
   * @return a JWT, valid from now for {@link #LIFETIME}
   */
  public String sign(Receipt receipt) {
    Instant now = clock.instant();
    ReportScope scope = receipt.scope();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .claim("type", scope.type().name())
            .claim("unit", scope.unitCode())
            .claim("year", scope.year())
            .claim("month", scope.month())
            .claim("quarter", scope.quarter())
            .claim("toYear", scope.toYear())
            .claim("from", scope.from().toString())
            .claim("to", scope.to().toString())
            .claim("position", receipt.position())
            .claim("definition", receipt.definitionVersion())
            .claim("digest", receipt.digest())
            .claim("checkpoint", receipt.checkpoint())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .build();
    SignedJWT jwt =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build(), claims);
    try {
      jwt.sign(new MACSigner(keys.secret()));
    } catch (JOSEException e) {
      throw new IllegalStateException("The secret of tokens cannot sign", e);
    }
    return jwt.serialize();
  }

  /**
   * Reads a receipt.
   *
   * @param text what the caller sent
   * @return what it vouches for
   * @throws InvalidReceipt when it is malformed, forged, something else, or expired
   */
  public Receipt verify(String text) {
    Receipt receipt;
    Date expires;
    try {
      SignedJWT jwt = SignedJWT.parse(text);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      expires = claims.getExpirationTime();
      boolean genuine =
          JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
              && TYPE.equals(jwt.getHeader().getType())
              && jwt.verify(new MACVerifier(keys.secret()))
              && ISSUER.equals(claims.getIssuer())
              && AUDIENCE.equals(claims.getAudience())
              && expires != null;
      if (!genuine) {
        throw new InvalidReceipt(false);
      }
      receipt = receipt(claims);
    } catch (ParseException | JOSEException | IllegalArgumentException notOurs) {
      throw new InvalidReceipt(false);
    }
    if (!expires.toInstant().isAfter(clock.instant())) {
      throw new InvalidReceipt(true);
    }
    return receipt;
  }

  private static Receipt receipt(JWTClaimsSet claims) throws ParseException {
    ReportScope scope =
        new ReportScope(
            ReportType.valueOf(claims.getStringClaim("type")),
            claims.getStringClaim("unit"),
            claims.getIntegerClaim("year"),
            claims.getIntegerClaim("month"),
            claims.getIntegerClaim("quarter"),
            claims.getIntegerClaim("toYear"),
            LocalDate.parse(claims.getStringClaim("from")),
            LocalDate.parse(claims.getStringClaim("to")));
    return new Receipt(
        scope,
        claims.getLongClaim("position"),
        claims.getIntegerClaim("definition"),
        claims.getStringClaim("digest"),
        claims.getStringClaim("checkpoint"));
  }

  /**
   * What a receipt vouches for.
   *
   * @param scope what the report is about
   * @param position the last event in the log that the draft knew of
   * @param definitionVersion how it was read from the events
   * @param digest of the draft's content
   * @param checkpoint the ledger's signed tree head that covers the position; null when there is
   *     none
   */
  public record Receipt(
      ReportScope scope,
      long position,
      int definitionVersion,
      String digest,
      @Nullable String checkpoint) {}

  /** A text is no receipt, or no longer one. */
  public static final class InvalidReceipt extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean expired;

    InvalidReceipt(boolean expired) {
      super("Invalid receipt", null, false, false);
      this.expired = expired;
    }

    /**
     * Whether it once was a receipt.
     *
     * @return false when it never was
     */
    public boolean expired() {
      return expired;
    }
  }
}
