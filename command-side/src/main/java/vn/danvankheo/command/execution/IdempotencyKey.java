package vn.danvankheo.command.execution;

/**
 * By what a repeated request is known.
 *
 * @param key the caller's key, 1 to 128 visible ASCII characters
 * @param fingerprint a digest of all that the request says (method, path, version expected, body):
 *     the same key with another fingerprint is refused
 */
public record IdempotencyKey(String key, String fingerprint) {}
