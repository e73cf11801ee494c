package vn.danvankheo.events.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that is kept outside of every database. All others are stored wrapped by it, so that a
 * copy of the database alone opens nothing.
 */
public final class MasterKey {
  /** How many bytes it has. */
  public static final int BYTES = AesGcm.KEY_BYTES;

  private final byte[] key;

  /**
   * A key.
   *
   * @param key 32 random bytes
   * @throws IllegalArgumentException when there are more or less
   */
  public MasterKey(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("A master key has " + BYTES + " bytes");
    }
    this.key = key.clone();
  }

  /**
   * Reads a key.
   *
   * @param base64 32 bytes in base64, with or without white space around
   * @return the key
   * @throws IllegalArgumentException when it is none
   */
  public static MasterKey parse(String base64) {
    return new MasterKey(Base64.getDecoder().decode(base64.strip()));
  }

  /**
   * Makes a key.
   *
   * @return 32 random bytes in base64
   */
  public static String generate() {
    return Base64.getEncoder().encodeToString(AesGcm.newKey());
  }

  /**
   * Makes a key for a place.
   *
   * @param id a new UUID
   * @param subject the place
   * @return a new random key
   */
  public TextKey newKey(String id, String subject) {
    return new TextKey(id, subject, AesGcm.newKey());
  }

  /**
   * Takes a stored key out of its wrapping.
   *
   * @param id the key's id
   * @param subject its place
   * @param wrapped as stored
   * @return the key
   * @throws WrongMasterKey when another master key has wrapped it
   */
  public TextKey unwrap(String id, String subject, byte[] wrapped) {
    return new TextKey(id, subject, unwrap(wrapped, id));
  }

  /**
   * Encrypts anything else that must not be stored as it is.
   *
   * @param key from {@link #newWrapped}
   * @param name what the key was made for
   * @param plain the bytes
   * @param place where they belong, bound to them
   * @return the encrypted bytes
   * @throws WrongMasterKey when another master key has wrapped the key
   */
  public byte[] encrypt(byte[] key, String name, byte[] plain, String place) {
    return AesGcm.encrypt(unwrap(key, name), plain, place.getBytes(UTF_8));
  }

  /**
   * Undoes {@link #encrypt}.
   *
   * @param key from {@link #newWrapped}
   * @param name what the key was made for
   * @param encrypted the bytes
   * @param place where they belong
   * @return the plain bytes
   * @throws WrongMasterKey when another master key has wrapped the key
   * @throws IllegalStateException when they were altered or belong elsewhere
   */
  public byte[] decrypt(byte[] key, String name, byte[] encrypted, String place) {
    try {
      return AesGcm.decrypt(unwrap(key, name), encrypted, place.getBytes(UTF_8));
    } catch (AEADBadTagException e) {
      throw new IllegalStateException("What was encrypted for " + place + " was altered", e);
    }
  }

  /**
   * A new random key for storing.
   *
   * @param name what it is for
   * @return the key, wrapped
   */
  public byte[] newWrapped(String name) {
    return wrap(AesGcm.newKey(), name);
  }

  /**
   * A number by which a word can be found, and from which it can't be told.
   *
   * @param key from {@link #newWrapped}
   * @param name what the key was made for
   * @return makes such numbers
   * @throws WrongMasterKey when another master key has wrapped the key
   */
  public WordNumbers wordNumbers(byte[] key, String name) {
    byte[] secret = unwrap(key, name);
    return word -> {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return ByteBuffer.wrap(mac.doFinal(word.getBytes(UTF_8))).getLong();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Every Java platform has HmacSHA256", e);
      }
    };
  }

  /** Makes numbers of words. */
  @FunctionalInterface
  public interface WordNumbers {
    /**
     * The number of a word.
     *
     * @param word any text
     * @return always the same
     */
    long of(String word);
  }

  /**
   * Takes a stored key out of this key's wrapping and puts it into another's.
   *
   * @param wrapped as stored
   * @param name what the key was made for, or its id
   * @param other wraps it from now on
   * @return to be stored in its place
   * @throws WrongMasterKey when another master key than this has wrapped it
   */
  public byte[] rewrapped(byte[] wrapped, String name, MasterKey other) {
    return other.wrap(unwrap(wrapped, name), name);
  }

  byte[] wrap(byte[] plain, String name) {
    return AesGcm.encrypt(key, plain, name.getBytes(UTF_8));
  }

  private byte[] unwrap(byte[] wrapped, String name) {
    try {
      return AesGcm.decrypt(key, wrapped, name.getBytes(UTF_8));
    } catch (AEADBadTagException e) {
      throw new WrongMasterKey();
    }
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "MasterKey[hidden]";
  }
}
