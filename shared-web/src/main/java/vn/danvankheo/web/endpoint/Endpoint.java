package vn.danvankheo.web.endpoint;

import java.util.List;

/** A group of operations that belong together; each bean of this type is served. */
@FunctionalInterface
public interface Endpoint {
  /**
   * What it serves.
   *
   * @return the operations, asked for once at start
   */
  List<Operation> operations();
}
