package vn.danvankheo.command.importing.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Signs that a text went through a wrong conversion that lost or doubled its letters. */
final class Damage {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Pattern LOST_LETTER = Pattern.compile("\\p{L}\\?+\\p{L}");
  private static final Pattern ADDRESS = Pattern.compile("\\S*(?:://|www\\.|[=&])\\S*");

  private Damage() {}

  static boolean isIn(String text) {
    return text.chars().anyMatch(c -> c == 0xFFFD || (c >= 0x80 && c < 0xA0))
        || isUtf8ReadAsWestern(text)
        || hasLostLetters(text);
  }

  /** {@code MÃ´ hÃ¬nh}: the bytes of UTF-8 shown as Western European letters. */
  private static boolean isUtf8ReadAsWestern(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return false;
    }
    try {
      ByteBuffer bytes = WESTERN.newEncoder().encode(CharBuffer.wrap(text));
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException isNot) {
      return false;
    }
  }

  /** {@code D?n v?n kh?o}: saved in an encoding without these letters. */
  private static boolean hasLostLetters(String text) {
    if (text.indexOf('?') < 0) {
      return false;
    }
    String words = ADDRESS.matcher(text).replaceAll("");
    return LOST_LETTER.matcher(words).results().count() >= 2;
  }
}
