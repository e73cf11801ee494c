package vn.danvankheo.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

  @ParameterizedTest
  @EnumSource
  void everySharedCodeHasWords(ProblemCode code) {
    assertThat(Words.knowsProblem(code.name())).isTrue();
  }

  @Test
  void theLanguagesSayTheSameThings() {
    assertThat(new TreeSet<>(Words.problems(Language.EN).keySet()))
        .isEqualTo(new TreeSet<>(Words.problems(Language.VI).keySet()));
    assertThat(new TreeSet<>(Words.faults(Language.EN).keySet()))
        .isEqualTo(new TreeSet<>(Words.faults(Language.VI).keySet()));
    for (String key : Words.problems(Language.EN).keySet()) {
      assertThat(places(Words.problems(Language.EN).getString(key)))
          .as(key)
          .isEqualTo(places(Words.problems(Language.VI).getString(key)));
    }
    for (String key : Words.faults(Language.EN).keySet()) {
      assertThat(places(Words.faults(Language.EN).getString(key)))
          .as(key)
          .isEqualTo(places(Words.faults(Language.VI).getString(key)));
    }
  }

  @Test
  void detailsAreFilledIn() {
    FieldFault fault = new FieldFault("/title", "TOO_SHORT", Map.of("min", 5));
    assertThat(Words.message(fault, Language.VI)).isEqualTo("Phải có ít nhất 5 ký tự");
    assertThat(Words.message(fault, Language.EN)).isEqualTo("Must have at least 5 characters");
  }

  @Test
  void vietnameseUnlessEnglishIsPreferred() {
    assertThat(Language.of((String) null)).isEqualTo(Language.VI);
    assertThat(Language.of("*")).isEqualTo(Language.VI);
    assertThat(Language.of("fr")).isEqualTo(Language.VI);
    assertThat(Language.of("en")).isEqualTo(Language.EN);
    assertThat(Language.of("fr, en-US;q=0.5")).isEqualTo(Language.EN);
    assertThat(Language.of("vi-VN, en;q=0.9")).isEqualTo(Language.VI);
    assertThat(Language.of("en;q=nonsense;;")).isEqualTo(Language.VI);
  }

  private static List<String> places(String words) {
    return PLACE.matcher(words).results().map(MatchResult::group).sorted().toList();
  }
}
