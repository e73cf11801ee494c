package vn.danvankheo.web.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.danvankheo.web.problem.ProblemException;

class ExpectedVersionTest {
  @Test
  void readsVersionsAndTheStar() {
    assertThat(ExpectedVersion.of("\"3\"").version()).hasValue(3);
    assertThat(ExpectedVersion.of(" \"0\" ").version()).hasValue(0);
    assertThat(ExpectedVersion.of("W/\"12\"").version()).hasValue(12);
    assertThat(ExpectedVersion.of("\"12.3\"").version()).hasValue(12);
    assertThat(ExpectedVersion.of("*")).isEqualTo(ExpectedVersion.ANY);
  }

  @Test
  void missingIs428() {
    assertThat(statusOf(null)).isEqualTo(428);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "\"x\"",
        "\"-1\"",
        "\"01\"",
        "\"1.\"",
        "\"1\", \"2\"",
        "\"1",
        "\"99999999999999999999\""
      })
  void malformedIs400(String header) {
    assertThat(statusOf(header)).isEqualTo(400);
  }

  @Test
  void knownStatesAreRecognised() {
    assertThat(EntityTag.isKnown(null, "\"1\"")).isFalse();
    assertThat(EntityTag.isKnown("*", "\"1\"")).isTrue();
    assertThat(EntityTag.isKnown("\"1\"", EntityTag.of(1))).isTrue();
    assertThat(EntityTag.isKnown("\"0\", W/\"1\"", EntityTag.of(1))).isTrue();
    assertThat(EntityTag.isKnown("\"11\"", EntityTag.of(1))).isFalse();
    assertThat(EntityTag.isKnown("1", EntityTag.of(1))).isFalse();
  }

  private static int statusOf(@Nullable String header) {
    int[] status = new int[1];
    assertThatThrownBy(() -> ExpectedVersion.of(header))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> status[0] = problem.problem().status());
    return status[0];
  }
}
