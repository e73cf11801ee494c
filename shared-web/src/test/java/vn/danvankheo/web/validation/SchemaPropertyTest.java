package vn.danvankheo.web.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemException;

class SchemaPropertyTest {
  private static final ObjectSchema SCHEMA =
      Schemas.object()
          .required("a", Schemas.text(1, 5))
          .optional("b", Schemas.integer(0, 9))
          .optional("c", Schemas.decimal("0", "9", "0.25"))
          .orEmpty("d", Schemas.list(Schemas.object().required("a", Schemas.flag()), 0, 3));

  @Property
  void anyTreeIsEitherCleanedOrRefusedAtPlacesThatExist(@ForAll("trees") JsonNode tree) {
    try {
      JsonNode cleaned = SCHEMA.check(tree);
      assertThat(SCHEMA.check(cleaned)).as("cleaning again changes nothing").isEqualTo(cleaned);
    } catch (ProblemException refused) {
      assertThat(refused.problem().faults()).isNotEmpty();
      for (FieldFault fault : refused.problem().faults()) {
        boolean exists = !tree.at(fault.pointer()).isMissingNode();
        assertThat(exists || fault.code().equals("REQUIRED")).as(fault.toString()).isTrue();
      }
    }
  }

  @Property
  void decimalsKeepTheirValue(@ForAll("quarters") BigDecimal value) {
    JsonNode body = JsonBody.parse("{\"a\":\"x\",\"c\":" + value + "}");
    assertThat(SCHEMA.check(body).get("c").decimalValue()).isEqualByComparingTo(value);
  }

  @Property
  void whatCanBeStoredSurvivesUtf8(@ForAll String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String back = new String(bytes, StandardCharsets.UTF_8);
    if (TextRules.isStorable(text)) {
      assertThat(back).isEqualTo(text);
    }
  }

  @Provide
  Arbitrary<BigDecimal> quarters() {
    return Arbitraries.integers()
        .between(0, 36)
        .map(n -> BigDecimal.valueOf(n).multiply(new BigDecimal("0.250")));
  }

  @Provide
  Arbitrary<JsonNode> trees() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    Arbitrary<JsonNode> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(7).map(nodes::stringNode),
            Arbitraries.integers().between(-2, 12).map(nodes::numberNode),
            Arbitraries.bigDecimals().map(nodes::numberNode),
            Arbitraries.of(true, false).map(nodes::booleanNode),
            Arbitraries.just((JsonNode) nodes.nullNode()));
    Arbitrary<JsonNode> deeper =
        Arbitraries.lazyOf(() -> leaves, () -> objectOf(leaves), () -> listOf(objectOf(leaves)));
    return Arbitraries.oneOf(objectOf(deeper), objectOf(deeper), deeper);
  }

  private static Arbitrary<JsonNode> objectOf(Arbitrary<JsonNode> values) {
    Arbitrary<String> names = Arbitraries.of("a", "b", "c", "d", "e~", "/");
    return Arbitraries.maps(names, values)
        .ofMaxSize(5)
        .map(fields -> JsonMapper.shared().valueToTree(fields));
  }

  private static Arbitrary<JsonNode> listOf(Arbitrary<JsonNode> items) {
    return items.list().ofMaxSize(4).map(list -> JsonMapper.shared().valueToTree(list));
  }
}
