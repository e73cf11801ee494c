package vn.danvankheo.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.web.endpoint.Operation;

/** The document of the commands and the running service say the same, both ways. */
class DocumentStoreTest {
  private static final Http ANYBODY = HttpSide.as("any", "VP", Role.AUDITOR);
  private static final JsonNode DOCUMENT =
      Http.expect(Http.send(HttpSide.anonymous().to("/api/openapi/command.json")), 200);

  @Test
  void whatIsDocumentedIsServedByNoOtherMethods() {
    DOCUMENT
        .get("paths")
        .properties()
        .forEach(
            path -> {
              HttpResponse<String> options =
                  Http.send(
                      ANYBODY
                          .to(path.getKey().replaceAll("\\{[A-Za-z]+}", "1"))
                          .method("OPTIONS", BodyPublishers.noBody()));
              assertThat(options.statusCode()).as(path.getKey()).isEqualTo(204);
              Set<String> allowed =
                  new TreeSet<>(
                      Arrays.asList(
                          options.headers().firstValue("Allow").orElseThrow().split(", ")));
              allowed.remove("OPTIONS");
              Set<String> documented =
                  path.getValue().properties().stream()
                      .map(method -> method.getKey().toUpperCase(Locale.ROOT))
                      .collect(Collectors.toCollection(TreeSet::new));
              assertThat(allowed).as(path.getKey()).isEqualTo(documented);
            });
  }

  @Test
  void whatIsServedIsDocumented() {
    for (Operation operation : HttpSide.commands()) {
      JsonNode documented =
          DOCUMENT
              .path("paths")
              .path(operation.path())
              .path(operation.method().toLowerCase(Locale.ROOT));
      assertThat(documented.path("operationId").asString())
          .as(operation.path())
          .isEqualTo(operation.name());
      assertThat(documented.path("summary").asString()).as(operation.path()).isNotBlank();
      assertThat(documented.path("responses").propertyNames())
          .as(operation.path())
          .contains("default")
          .hasSizeGreaterThan(1);
    }
    assertThat(HttpSide.otherMappingsUnderApi()).isEmpty();
  }

  @Test
  void operationsHaveNamesOfTheirOwn() {
    assertThat(Arrays.stream(HttpSide.commands()).map(Operation::name)).doesNotHaveDuplicates();
  }
}
