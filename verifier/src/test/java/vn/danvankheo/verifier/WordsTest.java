package vn.danvankheo.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void bothLanguagesSayTheSameWithTheSameValues() throws IOException {
    Properties english = words("words.properties");
    Properties vietnamese = words("words_vi.properties");
    assertThat(vietnamese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    english.forEach(
        (key, text) ->
            assertThat(places(vietnamese.getProperty(key.toString())))
                .as("places of %s", key)
                .isEqualTo(places(text.toString())));
  }

  private static int places(String text) {
    return new MessageFormat(text).getFormatsByArgumentIndex().length;
  }

  private static Properties words(String name) throws IOException {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(WordsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
