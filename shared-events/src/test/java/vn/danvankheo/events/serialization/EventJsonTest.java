package vn.danvankheo.events.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import vn.danvankheo.events.model.ModelRecognized;
import vn.danvankheo.events.model.ModelWithdrawn;
import vn.danvankheo.events.samples.ModelSamples;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.vocabulary.PersonalText;

class EventJsonTest {
  private static Object read(String type, int revision, String json) {
    return EventJson.read(type, revision, json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsWhatItWrites() {
    ModelWithdrawn event = ModelSamples.modelWithdrawn();
    assertThat(EventJson.read("ModelWithdrawn", 1, EventJson.write(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"year\":2024,\"reason\":\"x\",\"surprise\":1}",
        "{\"year\":2024,\"year\":2025,\"reason\":\"x\"}",
        "{\"reason\":\"x\"}",
        "{\"year\":\"twenty\",\"reason\":\"x\"}",
        "{\"year\":2024,\"reason\":\"x\"} {}",
        "{\"year\":2024,"
      })
  void anotherShapeIsNoticed(String json) {
    assertThatThrownBy(() -> read("ModelWithdrawn", 1, json)).isInstanceOf(JacksonException.class);
  }

  @Test
  void aLaterReleasesEventIsRefused() {
    assertThatThrownBy(() -> read("ModelWithdrawn", 2, "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("later release");
    assertThatThrownBy(() -> read("ModelVanished", 1, "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equalAmountsAreEqualBytes() {
    ModelRecognized one =
        Records.with(ModelSamples.modelRecognized(), "score", new BigDecimal("92"));
    ModelRecognized two =
        Records.with(ModelSamples.modelRecognized(), "score", new BigDecimal("92.00"));
    ModelRecognized three =
        Records.with(ModelSamples.modelRecognized(), "score", new BigDecimal("9.2E+1"));
    assertThat(EventJson.write(two)).isEqualTo(EventJson.write(one));
    assertThat(EventJson.write(three)).isEqualTo(EventJson.write(one));
    assertThat(two).isEqualTo(one);
  }

  @Test
  void personalTextsKeepTheirMarkWhenStoredAndLoseItWhenShown() {
    PersonalText name = PersonalText.of("Người phụ trách");
    assertThat(EventJson.stored().writeValueAsString(name))
        .isEqualTo("{\"personal\":\"Người phụ trách\"}");
    assertThat(EventJson.shown().writeValueAsString(name)).isEqualTo("\"Người phụ trách\"");
    assertThat(EventJson.stored().readValue("\"Chi bộ 3\"", PersonalText.class))
        .isEqualTo(PersonalText.open("Chi bộ 3"));
    assertThat(name).hasToString("[personal]");
  }
}
