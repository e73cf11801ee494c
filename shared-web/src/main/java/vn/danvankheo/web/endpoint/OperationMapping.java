package vn.danvankheo.web.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;

/** Finds the operation for a request by its path and method. */
public final class OperationMapping extends AbstractHandlerMapping {
  /** Methods that operations have under the request's path, when none has the request's own. */
  static final String ALLOWED = OperationMapping.class.getName() + ".allowed";

  private final List<Operation> operations;
  private final Map<Integer, List<Route>> routes = new HashMap<>();

  /**
   * Serves operations.
   *
   * @param operations no two under one method and path
   */
  public OperationMapping(List<Operation> operations) {
    this.operations = List.copyOf(operations);
    PathPatternParser parser = new PathPatternParser();
    for (Operation operation : operations) {
      Route route = new Route(parser.parse(operation.path()), operation);
      List<Route> ofLength = routes.computeIfAbsent(length(route), n -> new ArrayList<>());
      if (ofLength.stream().anyMatch(route::collides)) {
        throw new IllegalStateException(
            "Two operations under " + operation.method() + " " + operation.path());
      }
      ofLength.add(route);
      ofLength.sort(Comparator.comparing(Route::pattern));
    }
    setOrder(-1);
  }

  /**
   * What is served.
   *
   * @return every operation
   */
  public List<Operation> operations() {
    return operations;
  }

  @Override
  protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
    PathContainer path =
        ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
    if (hasParameters(path)) {
      return null;
    }
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    Set<String> allowed = new TreeSet<>();
    for (Route route : routes.getOrDefault(path.elements().size(), List.of())) {
      PathMatchInfo match = route.pattern.matchAndExtract(path);
      if (match != null) {
        if (route.operation.method().equals(method)) {
          return handler(route, match, request);
        }
        allowed.add(route.operation.method());
      }
    }
    if (!allowed.isEmpty()) {
      request.setAttribute(ALLOWED, allowed);
    }
    return null;
  }

  /** What follows a semicolon would be passed over in silence, and gateways see another path. */
  private static boolean hasParameters(PathContainer path) {
    return path.elements().stream()
        .anyMatch(part -> part instanceof PathContainer.PathSegment s && !s.parameters().isEmpty());
  }

  private static HttpRequestHandler handler(
      Route route, PathMatchInfo match, HttpServletRequest request) {
    String pattern = route.operation.path();
    request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
    ServerHttpObservationFilter.findObservationContext(request)
        .ifPresent(context -> context.setPathPattern(pattern));
    return (in, out) -> {
      Exchange exchange = new Exchange(route.operation, in, out, match.getUriVariables());
      exchange.admit();
      route.operation.handler().handle(exchange);
    };
  }

  private static int length(Route route) {
    return PathContainer.parsePath(route.operation.path()).elements().size();
  }

  private record Route(PathPattern pattern, Operation operation) {
    boolean collides(Route other) {
      return operation.method().equals(other.operation.method())
          && pattern.compareTo(other.pattern) == 0;
    }
  }
}
