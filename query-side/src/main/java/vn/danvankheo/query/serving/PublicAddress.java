package vn.danvankheo.query.serving;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where people outside reach the registry: what printed papers refer to. */
public final class PublicAddress {
  private final Optional<String> given;

  /**
   * An address.
   *
   * @param given such as {@code https://danvankheo.backan.gov.vn}; empty or blank when nobody said,
   *     and then it is the one by which a request came
   */
  public PublicAddress(Optional<String> given) {
    this.given = given.map(String::strip).filter(address -> !address.isEmpty());
  }

  /**
   * The address of a page.
   *
   * @param request a request for something under {@code /api}
   * @param path the page's path, from its slash on
   * @return the whole address
   */
  public String of(HttpServletRequest request, String path) {
    String base =
        given.orElseGet(() -> request.getRequestURL().toString().replaceFirst("/api/.*", ""));
    return base.replaceFirst("/+$", "") + path;
  }
}
