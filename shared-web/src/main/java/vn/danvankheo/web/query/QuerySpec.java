package vn.danvankheo.web.query;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemCode;

/** The declared set of an operation's query parameters; any other is refused. */
public final class QuerySpec {
  /** No parameters at all. */
  public static final QuerySpec NONE = new QuerySpec(List.of());

  /** How many items of a list: 1–200, 50 unless told. */
  public static final Parameter<Long> LIMIT = Parameter.integer("limit", 1, 200);

  /** Where a list goes on. */
  public static final Parameter<String> CURSOR = Parameter.text("cursor", 2_000);

  private final Map<String, Parameter<?>> parameters = new LinkedHashMap<>();

  private QuerySpec(List<Parameter<?>> parameters) {
    parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
  }

  /**
   * A set of parameters.
   *
   * @param parameters each of its own name
   * @return the set
   */
  public static QuerySpec of(Parameter<?>... parameters) {
    return new QuerySpec(Arrays.asList(parameters));
  }

  /**
   * This set and some more.
   *
   * @param more parameters of other names
   * @return a larger set
   */
  public QuerySpec and(Parameter<?>... more) {
    List<Parameter<?>> all = new ArrayList<>(parameters.values());
    all.addAll(Arrays.asList(more));
    return new QuerySpec(all);
  }

  /**
   * The parameters.
   *
   * @return in the order of their declaration
   */
  public List<Parameter<?>> parameters() {
    return List.copyOf(parameters.values());
  }

  /**
   * Reads a request's query string.
   *
   * @param request the request
   * @return the values
   * @throws vn.danvankheo.web.problem.ProblemException 400 with every unknown, missing, repeated or
   *     malformed parameter
   */
  public Query read(HttpServletRequest request) {
    List<FieldFault> faults = new ArrayList<>();
    Map<String, List<String>> raw = QueryString.parse(request.getQueryString(), faults);
    Map<Parameter<?>, List<?>> values = new LinkedHashMap<>();
    raw.keySet().stream()
        .filter(name -> !parameters.containsKey(name))
        .forEach(name -> faults.add(new FieldFault("/" + name, "UNKNOWN_PARAMETER")));
    for (Parameter<?> parameter : parameters.values()) {
      List<String> given = raw.get(parameter.name());
      if (given != null) {
        values.put(parameter, parameter.parse(given, faults));
      } else if (parameter.isRequired()) {
        faults.add(new FieldFault("/" + parameter.name(), "REQUIRED"));
      }
    }
    if (!faults.isEmpty()) {
      throw ProblemCode.INVALID_PARAMETERS.problem(faults).exception();
    }
    return new Query(values);
  }
}
