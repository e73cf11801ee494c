package vn.danvankheo.query.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportType;
import vn.danvankheo.query.reporting.domain.Periods;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;

/** What a draft is asked to be about. */
final class DraftRequest {
  private static final int LONGEST_PERIOD = 20;
  private static final Parameter<ReportType> TYPE =
      Parameter.choice("type", ReportType.class).required();
  private static final Parameter<String> UNIT = Parameter.text("unit", 64).required();
  private static final Parameter<Long> YEAR = Parameter.integer("year", 2000, 2100).required();
  private static final Parameter<Long> MONTH = Parameter.integer("month", 1, 12);
  private static final Parameter<Long> QUARTER = Parameter.integer("quarter", 1, 4);
  private static final Parameter<Long> TO_YEAR = Parameter.integer("toYear", 2000, 2100);
  private static final Parameter<LocalDate> FROM = Parameter.date("from");
  private static final Parameter<LocalDate> TO = Parameter.date("to");
  private static final Parameter<Instant> AS_OF = Parameter.instant("asOf");

  static final QuerySpec SPEC =
      QuerySpec.of(
          TYPE, UNIT, YEAR, MONTH, QUARTER, TO_YEAR, FROM, TO, AS_OF, ViewGate.MIN_POSITION);

  private DraftRequest() {}

  static Optional<Instant> asOf(Query query) {
    return query.get(AS_OF);
  }

  /**
   * Reads the scope.
   *
   * @throws vn.danvankheo.web.problem.ProblemException 400 when the parameters do not fit together
   */
  static ReportScope scope(Query query) {
    List<FieldFault> faults = new ArrayList<>();
    ReportType type = query.get(TYPE).orElseThrow();
    int year = query.get(YEAR).orElseThrow().intValue();
    Integer month = only(type == ReportType.MONTH, MONTH, query, faults);
    Integer quarter = only(type == ReportType.QUARTER, QUARTER, query, faults);
    Integer toYear = only(type == ReportType.PERIOD, TO_YEAR, query, faults);
    if (toYear != null && (toYear <= year || toYear >= year + LONGEST_PERIOD)) {
      Map<String, Object> range = Map.of("min", year + 1, "max", year + LONGEST_PERIOD - 1);
      faults.add(new FieldFault("/toYear", "OUT_OF_RANGE", range));
    }
    refuse(faults);
    ReportScope usual =
        Periods.scope(
            type, query.get(UNIT).orElseThrow(), year, month == null ? quarter : month, toYear);
    ReportScope scope =
        Periods.between(usual, query.get(FROM).orElse(null), query.get(TO).orElse(null));
    if (scope.to().isBefore(scope.from())) {
      faults.add(
          new FieldFault("/to", "END_BEFORE_START", Map.of("startsOn", scope.from().toString())));
    }
    refuse(faults);
    return scope;
  }

  private static @Nullable Integer only(
      boolean wanted, Parameter<Long> parameter, Query query, List<FieldFault> faults) {
    Optional<Long> given = query.get(parameter);
    if (given.isPresent() != wanted) {
      String code = wanted ? "REQUIRED" : "UNKNOWN_PARAMETER";
      faults.add(new FieldFault("/" + parameter.name(), code));
    }
    return given.map(Long::intValue).orElse(null);
  }

  static void refuse(List<FieldFault> faults) {
    if (!faults.isEmpty()) {
      throw ProblemCode.INVALID_PARAMETERS.problem(faults).exception();
    }
  }
}
