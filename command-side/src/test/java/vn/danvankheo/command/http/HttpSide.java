package vn.danvankheo.command.http;

import java.util.List;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.danvankheo.command.CommandSideApplication;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.OperationMapping;
import vn.danvankheo.web.security.AccessTokens;
import vn.danvankheo.web.security.Caller;
import vn.danvankheo.web.security.ReportReceipts;

/** A whole write side listening on HTTP, with an event database of its own; one for a test run. */
final class HttpSide {
  static final TestDatabase DATABASE = TestDatabase.create();
  private static final ConfigurableApplicationContext CONTEXT = start();
  private static final int PORT =
      CONTEXT.getEnvironment().getRequiredProperty("local.server.port", Integer.class);

  private HttpSide() {}

  private static ConfigurableApplicationContext start() {
    System.setProperty("axoniq.update-checker.disabled", "true");
    return new SpringApplicationBuilder(CommandSideApplication.class)
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + DATABASE.url(),
            "--spring.datasource.username=postgres",
            "--danvankheo.master-key=" + TestDatabase.MASTER_KEY,
            "--logging.level.root=WARN");
  }

  /** Calls it as somebody with certain roles, who belongs to a unit. */
  static Http as(String userName, String unitCode, Role... roles) {
    Caller caller = new Caller(userName, null, "Chuyên viên", unitCode, Set.of(roles));
    return new Http(PORT, CONTEXT.getBean(AccessTokens.class).issue(caller, "s-" + userName));
  }

  /** A receipt as the query side would give. */
  static String receipt(ReportReceipts.Receipt receipt) {
    return CONTEXT.getBean(ReportReceipts.class).sign(receipt);
  }

  /** Calls it by a token. */
  static Http bearing(String token) {
    return new Http(PORT, token);
  }

  /** Calls it as nobody. */
  static Http anonymous() {
    return new Http(PORT, null);
  }

  static Operation operation(String name) {
    return CONTEXT.getBean(OperationMapping.class).operations().stream()
        .filter(operation -> operation.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static Operation[] commands() {
    return CONTEXT.getBean(OperationMapping.class).operations().stream()
        .filter(operation -> !operation.isQuery())
        .toArray(Operation[]::new);
  }

  /** Paths under /api that are served past the declared operations. */
  static List<String> otherMappingsUnderApi() {
    return CONTEXT.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(info -> info.getPatternValues().stream())
        .filter(pattern -> pattern.startsWith("/api"))
        .toList();
  }
}
