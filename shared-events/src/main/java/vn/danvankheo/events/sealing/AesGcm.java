package vn.danvankheo.events.sealing;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 in Galois/counter mode: a random nonce of 12 bytes, the ciphertext, a tag of 16. */
final class AesGcm {
  static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private AesGcm() {}

  static byte[] newKey() {
    return random(KEY_BYTES);
  }

  static byte[] encrypt(byte[] key, byte[] plain, byte[] bound) {
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain);
      byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
      System.arraycopy(encrypted, 0, whole, NONCE_BYTES, encrypted.length);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  /**
   * Undoes {@link #encrypt}.
   *
   * @throws AEADBadTagException when it is not what that key encrypted with what is bound to it
   */
  static byte[] decrypt(byte[] key, byte[] whole, byte[] bound) throws AEADBadTagException {
    if (whole.length < NONCE_BYTES) {
      throw new AEADBadTagException("Too short");
    }
    byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, bound)
          .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] bound)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound);
    return cipher;
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
