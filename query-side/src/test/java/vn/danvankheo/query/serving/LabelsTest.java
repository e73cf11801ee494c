package vn.danvankheo.query.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.danvankheo.web.problem.Language;

class LabelsTest {
  @Test
  void bothLanguagesHaveTheSameWords() {
    assertThat(Labels.keys(Language.EN))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(Labels.keys(Language.VI));
  }
}
