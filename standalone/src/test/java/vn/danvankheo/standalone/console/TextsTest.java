package vn.danvankheo.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final Pattern KEY =
      Pattern.compile(
          "(?:Texts\\.of\\(|Kind\\.[A-Z]+, *|refusal\\(|descriptionKey = )\\s*\"([a-zA-Z.]+)\"");

  @Test
  void vietnameseSaysEverythingThatEnglishSays() {
    assertThat(keys(VIETNAMESE)).isEqualTo(keys(Locale.ROOT));
    assertThat(keys(Locale.ROOT))
        .allSatisfy(
            key -> assertThat(Texts.in(VIETNAMESE, key)).isNotEqualTo(Texts.in(Locale.ROOT, key)));
  }

  @Test
  void everyKeyInTheSourcesHasWords() throws IOException {
    Set<String> keys = keys(Locale.ROOT);
    int found = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Matcher key = KEY.matcher(Files.readString(file));
        while (key.find()) {
          found++;
          assertThat(keys).as(file.toString()).contains(key.group(1));
        }
      }
    }
    assertThat(found).isGreaterThan(20);
  }

  @Test
  void numbersAreWrittenWithoutSeparators() {
    assertThat(Texts.in(Locale.ROOT, "ready.listening", 18080)).endsWith("http://localhost:18080");
    assertThat(Texts.in(VIETNAMESE, "ready.listening", 18080)).endsWith("http://localhost:18080");
  }

  private static Set<String> keys(Locale locale) {
    return ResourceBundle.getBundle(Texts.BUNDLE, locale).keySet();
  }
}
