package vn.danvankheo.query;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set of the read side; here are the defaults.
 *
 * @param mongodb where the views are
 * @param jwtSecret what tokens are signed with; when it is not given, the event database's own
 * @param waiting how many requests may wait for a view at a time, 1 or more
 * @param listening how many callers may listen to changes at a time, 1 or more
 */
@ConfigurationProperties("danvankheo")
public record QuerySideProperties(
    Mongodb mongodb,
    Optional<String> jwtSecret,
    @DefaultValue("100") int waiting,
    @DefaultValue("50") int listening) {

  /**
   * Where the views are.
   *
   * @param uri the server's connection string
   * @param database the views' own database
   */
  public record Mongodb(String uri, @DefaultValue("danvankheo") String database) {}
}
