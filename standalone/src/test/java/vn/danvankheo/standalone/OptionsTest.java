package vn.danvankheo.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import vn.danvankheo.standalone.console.Refusal;

class OptionsTest {
  @Test
  void takesWhatIsGiven() {
    Options options =
        parse("--port=9", "--data", "x/y", "--admin-password=0123456789ab", "--mongodb-uri=m");
    options.check();
    assertThat(options.port).isEqualTo(9);
    assertThat(options.data).isEqualTo(Path.of("x/y"));
    assertThat(options.mongodbUri).isEqualTo("m");
    assertThat(options.demo).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port=0", "--port=65536", "--port=-1", "--admin-password=0123456789a"})
  void refusesWhatCannotWork(String option) {
    Options options = parse(option);
    assertThatThrownBy(options::check)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port=http", "--surprise", "left over"})
  void refusesWhatItDoesNotKnow(String argument) {
    assertThatThrownBy(() -> parse(argument)).isInstanceOf(CommandLine.ParameterException.class);
  }

  @Test
  void anEmptyVariableCountsAsNone() {
    assertThat(Options.given("")).isFalse();
    assertThat(Options.given(null)).isFalse();
    assertThat(Options.given("jdbc:postgresql://db/x")).isTrue();
  }

  private static Options parse(String... arguments) {
    Options options = new Options();
    new CommandLine(options).parseArgs(arguments);
    return options;
  }
}
