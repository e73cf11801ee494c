package vn.danvankheo.web.security;

/** Where the secret of tokens comes from. Each process provides it; all must have the same. */
@FunctionalInterface
public interface JwtKeys {
  /** The shortest secret that HS256 takes, in bytes. */
  int MIN_BYTES = 32;

  /**
   * The secret.
   *
   * @return at least {@link #MIN_BYTES} bytes
   * @throws RuntimeException when its store is away; answered as that store's absence is
   */
  byte[] secret();
}
