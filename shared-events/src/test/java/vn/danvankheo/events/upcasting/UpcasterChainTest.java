package vn.danvankheo.events.upcasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class UpcasterChainTest {
  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Upcaster step(String type, int from) {
    return new Upcaster() {
      @Override
      public String type() {
        return type;
      }

      @Override
      public int fromRevision() {
        return from;
      }

      @Override
      public ObjectNode upcast(ObjectNode payload) {
        return payload.put("step" + from, true);
      }
    };
  }

  @Test
  void stepsFollowOneAnother() {
    UpcasterChain chain = new UpcasterChain(List.of(step("A", 2), step("B", 1), step("A", 1)));
    assertThat(chain.upcast("A", 1, 3, empty()).toString())
        .isEqualTo("{\"step1\":true,\"step2\":true}");
    assertThat(chain.upcast("A", 2, 3, empty()).toString()).isEqualTo("{\"step2\":true}");
    assertThat(chain.upcast("A", 3, 3, empty())).isEmpty();
  }

  @Test
  void aMissingStepIsNoticedAndASecondOneToo() {
    UpcasterChain chain = new UpcasterChain(List.of(step("A", 2)));
    assertThatThrownBy(() -> chain.upcast("A", 1, 3, empty()))
        .isInstanceOf(IllegalStateException.class);
    List<Upcaster> twice = List.of(step("A", 1), step("A", 1));
    assertThatThrownBy(() -> new UpcasterChain(twice)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Chi bộ 3; CB KT-VX;  | [\"Chi bộ 3\",\"CB KT-VX\"]",
        "Chi bộ 3             | [\"Chi bộ 3\"]",
        ";  ;                 | []"
      })
  void oneTextOfAliasesBecomesAList(String alias, String aliases) {
    ObjectNode before = empty().put("code", "CB-3").put("alias", alias);
    assertThat(UpcasterChain.standard().upcast("UnitRegistered", 1, 2, before).toString())
        .isEqualTo("{\"code\":\"CB-3\",\"aliases\":" + aliases + "}");
  }

  @Test
  void noAliasBecomesAnEmptyList() {
    assertThat(UpcasterChain.standard().upcast("UnitRegistered", 1, 2, empty()).toString())
        .isEqualTo("{\"aliases\":[]}");
  }
}
