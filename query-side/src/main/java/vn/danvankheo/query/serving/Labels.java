package vn.danvankheo.query.serving;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.web.problem.Language;

/**
 * The words that people read in lists and in what is told of events: headings of columns, names of
 * coded values and fields, sentences.
 */
public final class Labels {
  private static final Map<Language, Properties> WORDS =
      Map.of(
          Language.VI,
          words("query/words/labels", "query/words/history", "web/words/vocabulary"),
          Language.EN,
          words("query/words/labels_en", "query/words/history_en", "web/words/vocabulary_en"));

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
    String words = find(key, language);
    if (words == null) {
      throw new MissingResourceException("Nobody wrote words for " + key, "labels", key);
    }
    return words;
  }

  /**
   * The words for a key that may be anything.
   *
   * @param key such as {@code Level.PROVINCE}
   * @param language in which language
   * @return the words; null when nobody wrote any
   */
  public static @Nullable String find(String key, Language language) {
    return WORDS.get(language).getProperty(key);
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

  static Set<String> keys(Language language) {
    return WORDS.get(language).stringPropertyNames();
  }

  private static Properties words(String... names) {
    Properties words = new Properties();
    for (String name : names) {
      String path = "/vn/danvankheo/" + name + ".properties";
      try (InputStream in = Labels.class.getResourceAsStream(path)) {
        words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(path + " cannot be read", e);
      }
    }
    return words;
  }
}
