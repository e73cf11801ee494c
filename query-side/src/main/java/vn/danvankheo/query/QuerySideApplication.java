package vn.danvankheo.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The read side as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(QuerySideConfiguration.class)
public class QuerySideApplication {
  /** Made by Spring. */
  protected QuerySideApplication() {}

  /**
   * Starts the read side; it runs until it is told to stop.
   *
   * @param arguments Spring Boot's
   */
  public static void main(String[] arguments) {
    SpringApplication.run(QuerySideApplication.class, arguments);
  }
}
