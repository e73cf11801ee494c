package vn.danvankheo.query.audit.entry;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.digest.Sha256;
import vn.danvankheo.events.text.Recent;
import vn.danvankheo.events.text.VietnameseText;

/** What values, paths and numbers are found by: the same key for all ways to write them. */
public final class AuditKeys {
  private static final Pattern YEAR = Pattern.compile("^/terms/[0-9]{4}(?=/|$)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Looking one up takes longer than the digest of a short text. */
  private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Sha256::begin);

  private static final Recent<String> PLAIN = new Recent<>(AuditKeys::plainly);

  private AuditKeys() {}

  /**
   * The key of a value, whatever field it is in.
   *
   * @param value as it is written; case, marks and trailing zeros make no difference
   * @return 64 bits of its digest
   */
  public static long value(String value) {
    return digest(plain(value));
  }

  /**
   * The key of a value in a field.
   *
   * @param path the field's, or its way without the year
   * @param value as it is written
   * @return 64 bits of their digest
   */
  public static long value(String path, String value) {
    return inPath(path, plain(value));
  }

  /**
   * The keys of a value by itself and in fields.
   *
   * @param keys takes them
   * @param value as it is written
   * @param paths the fields
   */
  static void addTo(Set<Long> keys, String value, Set<String> paths) {
    String plain = plain(value);
    keys.add(digest(plain));
    paths.forEach(path -> keys.add(inPath(path, plain)));
  }

  private static long inPath(String path, String plain) {
    return digest(path + '\0' + plain);
  }

  /**
   * What a decision, a plan or another paper is found by.
   *
   * @param number its number, such as {@code 401/QĐ-VP}
   * @return folded, without spaces
   */
  public static String number(String number) {
    return SPACE.matcher(VietnameseText.fold(number)).replaceAll("");
  }

  /** A path without the year that it begins with; the path itself when it has none. */
  static String withoutYear(String path) {
    return path.startsWith("/terms/") ? YEAR.matcher(path).replaceFirst("/terms") : path;
  }

  /** A path with all that it lies in, once with the year and once without. */
  static Set<String> paths(String path) {
    Set<String> paths = new LinkedHashSet<>();
    for (String whole : new String[] {path, withoutYear(path)}) {
      for (int end = whole.length(); end > 0; end = whole.lastIndexOf('/', end - 1)) {
        paths.add(whole.substring(0, end));
      }
    }
    return paths;
  }

  /** A scalar as text. */
  static String text(JsonNode scalar) {
    return scalar.isNumber() ? scalar.decimalValue().toPlainString() : scalar.asString();
  }

  private static String plain(String value) {
    return PLAIN.of(value);
  }

  private static String plainly(String value) {
    String trimmed = value.strip();
    return NUMBER.matcher(trimmed).matches()
        ? new BigDecimal(trimmed).stripTrailingZeros().toPlainString()
        : VietnameseText.fold(trimmed);
  }

  private static long digest(String text) {
    byte[] digest = SHA_256.get().digest(text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong();
  }
}
