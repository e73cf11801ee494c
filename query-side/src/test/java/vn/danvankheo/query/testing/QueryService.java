package vn.danvankheo.query.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.QuerySideApplication;
import vn.danvankheo.query.audit.ledger.LedgerStore;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.projecting.ViewStatus;
import vn.danvankheo.web.security.AccessTokens;
import vn.danvankheo.web.security.Caller;

/** The query side as a process would run it, on real stores, asked over HTTP. */
public final class QueryService implements AutoCloseable {
  private static final String SECRET = "the secret of the tests, long enough for it";

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AccessTokens tokens =
      new AccessTokens(() -> SECRET.getBytes(StandardCharsets.UTF_8), Clock.systemUTC());
  private final URI base;

  private QueryService(ConfigurableApplicationContext context) {
    this.context = context;
    this.base =
        URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
  }

  /** Starts on an event database and a view database by its address. */
  public static QueryService start(EventDatabase events, String mongodbUri) {
    return start(events, mongodbUri, temporary());
  }

  /** The same, with a data folder that outlives it. */
  public static QueryService start(EventDatabase events, String mongodbUri, Path data) {
    return start(events, mongodbUri, data, Map.of());
  }

  /** The same, with settings of its own. */
  public static QueryService start(
      EventDatabase events, String mongodbUri, Map<String, Object> settings) {
    return start(events, mongodbUri, temporary(), settings);
  }

  /** The same, with settings of its own and a data folder that outlives it. */
  public static QueryService start(
      EventDatabase events, String mongodbUri, Path data, Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>(settings);
    properties.putAll(
        Map.of(
            "server.port",
            "0",
            "danvankheo.data",
            data.toString(),
            "spring.datasource.url",
            events.url(),
            "spring.datasource.username",
            "postgres",
            "spring.datasource.password",
            "",
            "danvankheo.mongodb.uri",
            mongodbUri,
            "danvankheo.jwt-secret",
            SECRET,
            "danvankheo.master-key",
            EventDatabase.MASTER_KEY,
            "spring.main.banner-mode",
            "off",
            "logging.config",
            "classpath:logback-test.xml"));
    QueryService service =
        new QueryService(
            new SpringApplicationBuilder(QuerySideApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(properties)
                .initializers(
                    c ->
                        c.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("test", properties)))
                .run());
    service.awaitStores();
    return service;
  }

  /** Views, and tables for the ledger, replays and findings, are made after the start. */
  private void awaitStores() {
    await()
        .atMost(Duration.ofSeconds(120))
        .until(
            () ->
                bean(ViewBoard.class).all().stream().allMatch(ViewStatus::served)
                    && bean(LedgerStore.class).covering(0).isPresent());
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("danvankheo");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks as an auditor, who may read everything. */
  public Answer get(String path, String... headers) {
    return get(Role.AUDITOR, path, headers);
  }

  /**
   * Gets a bundle, and comes again when told to: what is asked for may have been written just now,
   * and is signed a moment later; and whoever got the last bundle may not have gone yet.
   */
  public Answer export(String query) {
    Answer answer =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> get("/api/audit/export" + query), a -> a.header("Retry-After").isEmpty());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  /** Asks in a role. */
  public Answer get(Role role, String path, String... headers) {
    Caller caller = new Caller("nguoi-xem", "Người xem", "Chuyên viên", "VP", Set.of(role));
    HttpRequest.Builder request = request(path, headers);
    request.header("Authorization", "Bearer " + tokens.issue(caller, "session"));
    return send(request.build());
  }

  /** Sends JSON in a role. */
  public Answer post(Role role, String path, String json, String... headers) {
    HttpRequest.Builder request = request(path, headers);
    request.header("Content-Type", "application/json");
    request.header("Authorization", "Bearer " + token(role));
    return send(request.POST(HttpRequest.BodyPublishers.ofString(json)).build());
  }

  /** A token of somebody in a role, for other programs. */
  public String token(Role role) {
    return token(role, "session");
  }

  /** The same, given in a session. */
  public String token(Role role, String sessionId) {
    return tokens.issue(
        new Caller("nguoi-xem", "Người xem", "Chuyên viên", "VP", Set.of(role)), sessionId);
  }

  /** Asks without a token. */
  public Answer getOpen(String path, String... headers) {
    return send(request(path, headers).build());
  }

  /** Opens a stream in a role. */
  public InputStream stream(Role role, String path, String... headers) {
    Caller caller = new Caller("nguoi-nghe", null, "Chuyên viên", "VP", Set.of(role));
    HttpRequest.Builder request = request(path, headers);
    request.header("Authorization", "Bearer " + tokens.issue(caller, "session"));
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A bean of the running service. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** A bean of the running service, of several of a kind. */
  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  public URI base() {
    return base;
  }

  /** Who asks for a position and says nothing else has patience: this machine may be busy. */
  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (path.matches(".*[?&]min(Position|Version)=.*") && !List.of(headers).contains("Prefer")) {
      request.header("Prefer", "wait=30");
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Answer send(HttpRequest request) {
    try {
      return new Answer(client.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /** What came back. */
  public record Answer(HttpResponse<byte[]> response) {
    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return JsonMapper.shared().readTree(response.body());
    }
  }
}
