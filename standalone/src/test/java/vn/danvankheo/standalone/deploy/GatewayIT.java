package vn.danvankheo.standalone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.danvankheo.events.ports.FreePorts;
import vn.danvankheo.standalone.processes.Http;
import vn.danvankheo.standalone.processes.Program;

/** What goes where, with servers behind the gateway that only say which one they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayIT {
  @TempDir private static Path folder;

  private final HttpServer command = server("command");
  private final HttpServer query = server("query");
  private final int away = FreePorts.next();
  private final Http http = new Http(FreePorts.next());
  private final Http halfDown = new Http(FreePorts.next());
  private Program gateway;
  private Program halfDownGateway;

  @BeforeAll
  void start(@TempDir Path other) throws IOException {
    gateway = gateway(folder, http, port(command));
    halfDownGateway = gateway(other, halfDown, away);
  }

  private Program gateway(Path folder, Http http, int commandPort) throws IOException {
    List<Integer> commands = List.of(commandPort);
    List<Integer> queries = List.of(port(query));
    return Gateway.start(folder, http.address().getPort(), commands, queries, commands, queries);
  }

  @AfterAll
  void stop() throws InterruptedException {
    for (Program program : new Program[] {gateway, halfDownGateway}) {
      if (program != null) {
        program.stop();
      }
    }
    command.stop(0);
    query.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/models?q=x, query",
    "HEAD, /api/models, query",
    "OPTIONS, /api/models, query",
    "POST, /api/models, command",
    "PATCH, /api/models/1, command",
    "PUT, /api/models/1, command",
    "DELETE, /api/sessions/current, command",
    "GET, /api/admin/replays/1, query",
    "POST, /api/admin/replays, query",
    "POST, /api/admin/replays/1/pause, query",
    "POST, /api/administration, command",
    "POST, /api/public/witness/add-checkpoint, query",
    "GET, /api/public/witness/key, query",
    "POST, /api/public/witnesses, command",
    "GET, /api/openapi/command.json, command",
    "GET, /api/openapi/query.json, query",
    "GET, /api/events, query",
    "GET, /, query",
    "GET, /actuator/health/readiness, query"
  })
  void methodAndPathChooseTheSide(String method, String path, String side) throws Exception {
    HttpResponse<String> answer = http.call(method, path, "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Side")).contains(side);
    assertThat(answer.headers().firstValue("X-Asked")).contains(method + " " + path);
  }

  @ParameterizedTest
  @CsvSource({"/actuator", "/actuator/prometheus", "/actuator/health", "/command-readiness"})
  void theManagementPortsStayInside(String path) throws Exception {
    HttpResponse<String> answer = http.call("GET", path, "");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("X-Side")).isEmpty();
  }

  @Test
  void nobodyPassesForAnotherAddress() throws Exception {
    HttpResponse<String> answer =
        http.call("GET", "/api/models", "", "X-Forwarded-For", "203.0.113.9");
    assertThat(answer.headers().firstValue("X-Client")).contains("127.0.0.1");
  }

  @Test
  void aSideThatIsAwayIsAProblemAndTheOtherKeepsAnswering() throws Exception {
    HttpResponse<String> answer = halfDown.call("POST", "/api/models", "{}");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.body()).contains("\"code\":\"SERVICE_UNAVAILABLE\"", "Vui lòng thử lại");
    assertThat(halfDown.call("POST", "/api/models", "{}", "Accept-Language", "en").body())
        .contains("Please try again");
    assertThat(halfDown.call("GET", "/actuator/health/readiness", "").statusCode()).isEqualTo(503);
    assertThat(halfDown.call("GET", "/api/models", "").statusCode()).isEqualTo(200);
  }

  @Test
  void theLogHasNoQueryStringsAndNoAddresses() throws Exception {
    http.call("GET", "/api/logged?q=a-name-of-somebody", "");
    gateway.until("the request is logged", () -> gateway.output().contains("/api/logged"));
    assertThat(gateway.output()).doesNotContain("a-name-of-somebody", " 127.0.0.1 - ");
  }

  private static int port(HttpServer server) {
    return server.getAddress().getPort();
  }

  private static HttpServer server(String side) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      server.createContext("/", exchange -> answer(exchange, side));
      server.setExecutor(Executors.newCachedThreadPool());
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange, String side) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().add("X-Side", side);
      exchange
          .getResponseHeaders()
          .add("X-Asked", exchange.getRequestMethod() + " " + exchange.getRequestURI());
      exchange
          .getResponseHeaders()
          .add(
              "X-Client", String.valueOf(exchange.getRequestHeaders().getFirst("X-Forwarded-For")));
      byte[] body = side.getBytes(StandardCharsets.UTF_8);
      boolean empty = "HEAD".equals(exchange.getRequestMethod());
      exchange.sendResponseHeaders(200, empty ? -1 : body.length);
      if (!empty) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
