package vn.danvankheo.events.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import javax.crypto.AEADBadTagException;
import vn.danvankheo.events.vocabulary.PersonalText;

/** The key of one person's name or number at one place; destroying it erases the words. */
public final class TextKey {
  private final String id;
  private final String subject;
  private final byte[] key;

  TextKey(String id, String subject, byte[] key) {
    this.id = id;
    this.subject = subject;
    this.key = key.clone();
  }

  /**
   * Seals a text for the place that the key is for.
   *
   * @param text open and personal
   * @return the same words, sealed
   */
  public PersonalText seal(PersonalText text) {
    byte[] sealed = AesGcm.encrypt(key, text.text().getBytes(UTF_8), bound());
    return PersonalText.sealed(id, Base64.getEncoder().encodeToString(sealed));
  }

  /**
   * Opens a text.
   *
   * @param text sealed by this key
   * @return the words, marked personal
   * @throws IllegalStateException when it is no text of this key and place, or was altered
   */
  public PersonalText open(PersonalText text) {
    try {
      byte[] sealed = Base64.getDecoder().decode(text.ciphertext());
      return PersonalText.of(new String(AesGcm.decrypt(key, sealed, bound()), UTF_8));
    } catch (AEADBadTagException | IllegalArgumentException e) {
      throw new IllegalStateException("What was sealed for " + subject + " was altered", e);
    }
  }

  /**
   * The key for storing.
   *
   * @param master wraps it
   * @return what can be stored beside the id and the subject
   */
  public byte[] wrapped(MasterKey master) {
    return master.wrap(key, id);
  }

  /**
   * Names the key.
   *
   * @return a UUID
   */
  public String id() {
    return id;
  }

  /**
   * The place it is for.
   *
   * @return such as {@code <model id>/responsiblePerson}
   */
  public String subject() {
    return subject;
  }

  private byte[] bound() {
    return (id + '\n' + subject).getBytes(UTF_8);
  }
}
