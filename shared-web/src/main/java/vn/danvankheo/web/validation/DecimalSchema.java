package vn.danvankheo.web.validation;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A decimal in a range and in steps; never a floating-point number. */
final class DecimalSchema extends Schema {
  private final BigDecimal min;
  private final BigDecimal max;
  private final BigDecimal step;

  DecimalSchema(String min, String max, String step) {
    this.min = new BigDecimal(min);
    this.max = new BigDecimal(max);
    this.step = new BigDecimal(step);
  }

  @Override
  @Nullable JsonNode clean(JsonNode node, Pointer at, Faults faults) {
    if (!node.isNumber()) {
      faults.add(at, "NOT_A_NUMBER");
      return null;
    }
    BigDecimal number = node.decimalValue();
    // The range and the scale first: they keep 1e400 and 1e-400 from being written out.
    if (number.compareTo(min) < 0 || number.compareTo(max) > 0) {
      faults.add(
          at, "OUT_OF_RANGE", Map.of("min", min.toPlainString(), "max", max.toPlainString()));
      return null;
    }
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    if (plain.scale() > step.scale() || plain.remainder(step).signum() != 0) {
      faults.add(at, "WRONG_STEP", Map.of("step", step.toPlainString()));
      return null;
    }
    return NODES.numberNode(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  @Override
  public ObjectNode describe() {
    return type("number").put("minimum", min).put("maximum", max).put("multipleOf", step);
  }
}
