package vn.danvankheo.web.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a request's query parameters. */
public final class Query {
  private final Map<String, List<?>> values = new HashMap<>();

  Query(Map<Parameter<?>, List<?>> values) {
    values.forEach((parameter, list) -> this.values.put(parameter.name(), list));
  }

  /**
   * A parameter's value.
   *
   * @param parameter a declared parameter
   * @return empty when it was not given
   * @param <T> the value's type
   */
  public <T> Optional<T> get(Parameter<T> parameter) {
    return all(parameter).stream().findFirst();
  }

  /**
   * A parameter's values.
   *
   * @param parameter a declared parameter that may be given several times
   * @return empty when it was not given
   * @param <T> the value's type
   */
  @SuppressWarnings("unchecked")
  public <T> List<T> all(Parameter<T> parameter) {
    return (List<T>) values.getOrDefault(parameter.name(), List.of());
  }

  /**
   * How many items of a list are wanted.
   *
   * @return 1–200, 50 unless told
   */
  public int limit() {
    return get(QuerySpec.LIMIT).orElse(50L).intValue();
  }
}
