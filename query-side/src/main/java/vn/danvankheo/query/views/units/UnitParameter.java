package vn.danvankheo.query.views.units;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.problem.ProblemException;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;

/**
 * The parameter that narrows a list to a unit with everything under it. A code that no unit ever
 * had is refused: an empty list would say that nothing was done there.
 */
public final class UnitParameter {
  /** The parameter. */
  public static final Parameter<String> UNIT = Parameter.text("unit", 64);

  private UnitParameter() {}

  /**
   * The units asked for.
   *
   * @param query the request's parameters
   * @param units all units there are, also when the list is one of the past
   * @param tree the units as they stand in the list
   * @param day the day on which the tree is looked at
   * @return their codes; empty when no unit was named
   * @throws vn.danvankheo.web.problem.ProblemException 400 when there never was such a unit
   */
  public static Optional<Set<String>> under(
      Query query, UnitStore units, UnitTree tree, LocalDate day) {
    return known(UNIT, query, units).map(code -> tree.under(code, day));
  }

  /**
   * A unit named by a parameter.
   *
   * @param parameter the parameter
   * @param query the request's parameters
   * @param units all units there are
   * @return its code; empty when none was named
   * @throws vn.danvankheo.web.problem.ProblemException 400 when there never was such a unit
   */
  public static Optional<String> known(Parameter<String> parameter, Query query, UnitStore units) {
    Optional<String> code = query.get(parameter);
    if (code.isPresent() && units.tree().find(code.get()).isEmpty()) {
      throw unknown(parameter);
    }
    return code;
  }

  /**
   * Refuses a parameter for naming no unit.
   *
   * @param parameter the parameter
   * @return to be thrown: 400
   */
  public static ProblemException unknown(Parameter<String> parameter) {
    FieldFault fault = new FieldFault("/" + parameter.name(), "UNIT_UNKNOWN");
    return ProblemCode.INVALID_PARAMETERS.problem(List.of(fault)).exception();
  }
}
