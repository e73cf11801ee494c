package vn.danvankheo.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.DutyKind;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.TermStatus;

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
  void detailsAreSaidAsPeopleWriteThem() {
    Problem state =
        Problem.of(409, "NOT_AWAITING_REVIEW").with(Map.of("status", "APPROVED", "year", 2024));
    assertThat(Words.detail(state, Language.VI))
        .isEqualTo("Trạng thái của năm 2024: đã phê duyệt, đang thực hiện.");
    assertThat(Words.detail(state, Language.EN))
        .isEqualTo("The state for 2024: approved, under way.");
    Problem score =
        Problem.of(409, "SCORE_TOO_LOW")
            .with(Map.of("score", new BigDecimal("62.50"), "passingMark", 65));
    assertThat(Words.detail(score, Language.VI))
        .isEqualTo("Điểm trung bình 62,50 thấp hơn mức công nhận 65.");
    FieldFault early =
        new FieldFault("/dueOn", "NOT_LATER", Map.of("dueOn", LocalDate.of(2024, 6, 30)));
    assertThat(Words.message(early, Language.VI)).isEqualTo("Phải sau hạn hiện tại (30/06/2024)");
  }

  @Test
  void codedDetailsHaveWords() {
    for (Language language : Language.values()) {
      for (Class<? extends Enum<?>> kind :
          List.of(
              TermStatus.class, Level.class, Role.class, CommendationForm.class, DutyKind.class)) {
        for (Enum<?> value : kind.getEnumConstants()) {
          assertThat(Words.vocabulary(language).containsKey(kind.getSimpleName() + "." + value))
              .as("%s in %s", value, language)
              .isTrue();
        }
      }
    }
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
