package vn.danvankheo.query.serving;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.web.problem.Language;

/** The words that people read in lists: headings of columns and names of coded values. */
public final class Labels {
  private static final Map<Language, ResourceBundle> BUNDLES =
      Map.of(Language.VI, bundle("labels"), Language.EN, bundle("labels_en"));

  private Labels() {}

  /**
   * The words for a key.
   *
   * @param key such as {@code column.title}
   * @param language in which language
   * @return the words
   * @throws java.util.MissingResourceException when nobody wrote any
   */
  public static String of(String key, Language language) {
    return BUNDLES.get(language).getString(key);
  }

  /**
   * The words for a coded value.
   *
   * @param kind the enum's name, such as {@code TermStatus}
   * @param code the value's name; null when there is none
   * @param language in which language
   * @return the words; null for null
   */
  public static @Nullable String of(String kind, @Nullable String code, Language language) {
    return code == null ? null : of(kind + "." + code, language);
  }

  private static ResourceBundle bundle(String name) {
    String path = "/vn/danvankheo/query/words/" + name + ".properties";
    try (InputStream in = Labels.class.getResourceAsStream(path)) {
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}
