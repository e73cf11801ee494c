package vn.danvankheo.query.reporting.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A target and what was reached.
 *
 * @param indicator what is measured
 * @param unit the unit of measure
 * @param target the value to reach
 * @param actual the value of the latest report; null when none was given
 */
public record Result(
    String indicator, String unit, BigDecimal target, @Nullable BigDecimal actual) {}
