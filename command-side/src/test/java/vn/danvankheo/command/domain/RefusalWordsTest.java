package vn.danvankheo.command.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.danvankheo.web.problem.Words;

class RefusalWordsTest {
  @ParameterizedTest
  @EnumSource
  void everyRuleHasWordsInEveryLanguage(Rule rule) {
    assertThat(Words.knowsProblem(rule.name())).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void everyFaultHasWordsInEveryLanguage(FaultCode code) {
    assertThat(Words.knowsFault(code.name())).isTrue();
  }
}
