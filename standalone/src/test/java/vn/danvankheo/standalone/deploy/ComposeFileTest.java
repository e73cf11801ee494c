package vn.danvankheo.standalone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeFileTest {
  private static final Path FILE = Path.of("../docker-compose.yml");
  private static final Pattern REQUIRED = Pattern.compile(".*\\$\\{[A-Z_]+:\\?.+}.*");

  private final Map<String, Object> file = read();
  private final Map<String, Object> services = map(file.get("services"));

  @Test
  void hasBothSidesTheirStoresAndTheGateway() {
    assertThat(services).containsOnlyKeys("postgres", "mongodb", "command", "query", "gateway");
    assertThat(map(services.get("postgres"))).containsEntry("image", "postgres:18");
    assertThat((String) map(services.get("mongodb")).get("image")).startsWith("mongo:8");
  }

  @Test
  void everyServiceTellsItsHealthAndIsBoundedAndNotRoot() {
    assertThat(services)
        .allSatisfy(
            (name, service) ->
                assertThat(map(service))
                    .containsKeys("healthcheck", "mem_limit", "restart", "security_opt")
                    .extractingByKey("user")
                    .asString()
                    .isNotEmpty()
                    .doesNotStartWith("0")
                    .doesNotStartWith("root"));
  }

  @Test
  void everySecretIsRequiredFromTheEnvironment() {
    int[] secrets = {0};
    services.forEach(
        (name, service) -> {
          Object environment = map(service).getOrDefault("environment", Map.of());
          map(environment)
              .forEach(
                  (variable, value) -> {
                    if (variable.contains("PASSWORD") || String.valueOf(value).contains("@")) {
                      secrets[0]++;
                      assertThat(String.valueOf(value)).as(variable).matches(REQUIRED);
                    }
                  });
        });
    assertThat(secrets[0]).isEqualTo(7);
  }

  @Test
  void onlyTheGatewayIsReachable() {
    assertThat(
            services.keySet().stream().filter(name -> map(services.get(name)).containsKey("ports")))
        .containsExactly("gateway");
    assertThat(map(services.get("gateway")).get("networks")).isEqualTo(List.of("sides", "outside"));
    for (String network : List.of("stores", "sides")) {
      assertThat(map(map(file.get("networks")).get(network))).containsEntry("internal", true);
    }
  }

  @Test
  void whatMustLastIsOnVolumes() {
    assertThat(map(file.get("volumes"))).containsKeys("events", "views", "keys");
    for (String side : List.of("command", "query")) {
      assertThat(map(services.get(side)).get("volumes")).isEqualTo(List.of("keys:/data"));
      assertThat(map(map(services.get(side)).get("environment")))
          .containsEntry("DANVANKHEO_DATA", "/data");
    }
    assertThat(map(services.get("postgres")).get("volumes"))
        .isEqualTo(List.of("events:/var/lib/postgresql"));
    assertThat((List<?>) map(services.get("mongodb")).get("volumes"))
        .asString()
        .contains("views:/data/db");
  }

  @Test
  void theFilesItNamesAreThereAndTheTemplateGetsItsVariables() throws IOException {
    assertThat(Path.of("../deploy/Dockerfile")).content().contains("AS command", "AS query");
    assertThat(Path.of("../deploy/mongo-user.js")).exists();
    assertThat(Path.of("../deploy/ready")).isExecutable();
    String template = Files.readString(Path.of("../deploy/nginx.conf.template"));
    List<String> variables =
        Pattern.compile("\\$\\{([A-Z_]+)}")
            .matcher(template)
            .results()
            .map(result -> result.group(1))
            .distinct()
            .toList();
    assertThat(variables).hasSize(5);
    assertThat(map(map(services.get("gateway")).get("environment")).keySet())
        .containsAll(variables);
  }

  private static Map<String, Object> read() {
    try {
      return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
