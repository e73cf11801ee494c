package vn.danvankheo.web.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.text.VietnameseText;

/**
 * The words of problems, in every language the service speaks. A problem's code has {@code title}
 * and may have {@code detail}, and {@code read} for who wrote nothing; a fault's code has one
 * message. {@code {name}} stands for a detail. The vocabulary, names of coded values, is the query
 * side's too.
 */
public final class Words {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
  private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+");
  private static final Map<Language, ResourceBundle> PROBLEMS =
      Map.of(Language.VI, bundle("problems"), Language.EN, bundle("problems_en"));
  private static final Map<Language, ResourceBundle> FAULTS =
      Map.of(Language.VI, bundle("faults"), Language.EN, bundle("faults_en"));
  private static final Map<Language, ResourceBundle> VOCABULARY =
      Map.of(Language.VI, bundle("vocabulary"), Language.EN, bundle("vocabulary_en"));

  /** The details that are codes, and under what their words stand. */
  private static final Map<String, String> CODED =
      Map.of(
          "status", "TermStatus",
          "level", "Level",
          "role", "Role",
          "form", "CommendationForm",
          "about", "DutyKind",
          "field", "field");

  private Words() {}

  /**
   * The short, unchanging words for a code.
   *
   * @param code a problem's code
   * @param language in which language
   * @return the words; the code itself when there are none
   */
  public static String title(String code, Language language) {
    String title = find(PROBLEMS, language, code + ".title");
    return title == null ? code : title;
  }

  /**
   * The explanation of one occurrence.
   *
   * @param problem the problem
   * @param language in which language
   * @return the words; null when there are none beyond the title, or a detail they need is unknown
   */
  public static @Nullable String detail(Problem problem, Language language) {
    return filled(find(PROBLEMS, language, problem.code() + ".detail"), problem, language);
  }

  /**
   * The explanation of one occurrence to somebody who only wanted to read.
   *
   * @param problem the problem
   * @param language in which language
   * @return the words; those for everybody when there are no others
   */
  static @Nullable String detailOfRead(Problem problem, Language language) {
    String detail = find(PROBLEMS, language, problem.code() + ".read");
    return detail == null ? detail(problem, language) : filled(detail, problem, language);
  }

  private static @Nullable String filled(
      @Nullable String detail, Problem problem, Language language) {
    return detail == null || !isFilled(detail, problem.details())
        ? null
        : fill(detail, problem.details(), language);
  }

  /**
   * The message of one wrong field.
   *
   * @param fault the fault
   * @param language in which language
   * @return the words; the code itself when there are none
   */
  public static String message(FieldFault fault, Language language) {
    String message = find(FAULTS, language, fault.code());
    return message == null ? fault.code() : fill(message, fault.details(), language);
  }

  /**
   * Whether a problem's code has words in every language.
   *
   * @param code the code
   * @return true when all have a title
   */
  public static boolean knowsProblem(String code) {
    return knows(PROBLEMS, code + ".title");
  }

  /**
   * Whether a fault's code has words in every language.
   *
   * @param code the code
   * @return true when all have a message
   */
  public static boolean knowsFault(String code) {
    return knows(FAULTS, code);
  }

  static ResourceBundle problems(Language language) {
    return PROBLEMS.get(language);
  }

  static ResourceBundle faults(Language language) {
    return FAULTS.get(language);
  }

  static ResourceBundle vocabulary(Language language) {
    return VOCABULARY.get(language);
  }

  private static boolean knows(Map<Language, ResourceBundle> bundles, String key) {
    return bundles.values().stream().allMatch(bundle -> bundle.containsKey(key));
  }

  private static @Nullable String find(
      Map<Language, ResourceBundle> bundles, Language language, String key) {
    try {
      return bundles.get(language).getString(key);
    } catch (MissingResourceException unknown) {
      return null;
    }
  }

  private static String fill(String words, Map<String, Object> details, Language language) {
    return PLACE
        .matcher(words)
        .replaceAll(
            match -> {
              String name = match.group(1);
              String value = String.valueOf(details.getOrDefault(name, "…"));
              return Matcher.quoteReplacement(said(name, value, language));
            });
  }

  /** Codes, days and decimals as people write them; a remembered answer has them as texts. */
  private static String said(String name, String value, Language language) {
    String words =
        CODED.containsKey(name) ? find(VOCABULARY, language, CODED.get(name) + "." + value) : null;
    if (words != null) {
      return VietnameseText.lowerFirst(words);
    }
    Matcher day = DAY.matcher(value);
    if (day.matches()) {
      return day.group(3) + "/" + day.group(2) + "/" + day.group(1);
    }
    return language == Language.VI && DECIMAL.matcher(value).matches()
        ? value.replace('.', ',')
        : value;
  }

  private static boolean isFilled(String words, Map<String, Object> details) {
    return PLACE.matcher(words).results().allMatch(match -> details.containsKey(match.group(1)));
  }

  /** Read one by one, so that a word missing in one language is missed and not borrowed. */
  private static ResourceBundle bundle(String name) {
    String path = "/vn/danvankheo/web/words/" + name + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(path)) {
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}
