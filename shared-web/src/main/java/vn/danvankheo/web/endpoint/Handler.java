package vn.danvankheo.web.endpoint;

import jakarta.servlet.ServletException;
import java.io.IOException;

/** Answers one operation. */
@FunctionalInterface
public interface Handler {
  /**
   * Answers.
   *
   * @param exchange the request and where the answer goes
   * @throws IOException when the caller is gone, or a store is
   * @throws ServletException when the container cannot read the request
   */
  void handle(Exchange exchange) throws IOException, ServletException;
}
