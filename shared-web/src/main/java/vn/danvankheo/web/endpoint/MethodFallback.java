package vn.danvankheo.web.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/** Says which methods a path takes when no mapping at all has the request's own. */
public final class MethodFallback extends AbstractHandlerMapping {
  /** Comes after every mapping but that of static files. */
  public MethodFallback() {
    setOrder(1_000);
  }

  @Override
  protected @Nullable Object getHandlerInternal(HttpServletRequest request)
      throws HttpRequestMethodNotSupportedException {
    if (!(request.getAttribute(OperationMapping.ALLOWED) instanceof Set<?> served)) {
      return null;
    }
    Set<String> allowed = new TreeSet<>(Set.of("OPTIONS"));
    served.forEach(method -> allowed.add(method.toString()));
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    if (!request.getMethod().equals("OPTIONS")) {
      throw new HttpRequestMethodNotSupportedException(request.getMethod(), allowed);
    }
    HttpRequestHandler options =
        (in, out) -> {
          out.setHeader("Allow", String.join(", ", allowed));
          out.setStatus(204);
        };
    return options;
  }
}
