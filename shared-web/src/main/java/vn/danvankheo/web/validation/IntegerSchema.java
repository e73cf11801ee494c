package vn.danvankheo.web.validation;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A whole number; {@code 5.0} is one too. */
final class IntegerSchema extends Schema {
  private final long min;
  private final long max;

  IntegerSchema(long min, long max) {
    this.min = min;
    this.max = max;
  }

  @Override
  @Nullable JsonNode clean(JsonNode node, Pointer at, Faults faults) {
    if (!node.isNumber()) {
      faults.add(at, "NOT_AN_INTEGER");
      return null;
    }
    BigDecimal number = node.decimalValue();
    // The range first: it keeps 1e400 from being written out.
    if (number.compareTo(BigDecimal.valueOf(min)) < 0
        || number.compareTo(BigDecimal.valueOf(max)) > 0) {
      faults.add(at, "OUT_OF_RANGE", Map.of("min", min, "max", max));
      return null;
    }
    if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
      faults.add(at, "NOT_AN_INTEGER");
      return null;
    }
    return NODES.numberNode(number.longValue());
  }

  @Override
  public ObjectNode describe() {
    return type("integer").put("minimum", min).put("maximum", max);
  }
}
