package vn.danvankheo.standalone.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.standalone.console.Texts;

/**
 * {@code replay}: asks a running registry to replay its views, and shows how far it is. When the
 * command is ended the replay goes on.
 */
@Command(name = "replay", resourceBundle = Texts.BUNDLE, mixinStandardHelpOptions = true)
public final class ReplayViewsCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int REFUSED = 2;
  private static final int FIRST_REFUSAL = 400;
  private static final Set<String> ENDS = Set.of("SUCCEEDED", "FAILED", "CANCELLED");
  private static final String DATA = "data:";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final PrintStream out;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private String token = "";
  private int shown;

  @Option(names = "--url", required = true, paramLabel = "URL", descriptionKey = "option.url")
  URI url;

  @Option(names = "--user", paramLabel = "NAME", descriptionKey = "option.user")
  String user = "admin";

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      interactive = true,
      arity = "0..1",
      descriptionKey = "option.password")
  @Nullable String password = System.getenv("DANVANKHEO_PASSWORD");

  @Option(names = "--view", paramLabel = "NAME", descriptionKey = "option.view")
  @Nullable String view;

  @Option(names = "--rate", paramLabel = "EVENTS", descriptionKey = "option.rate")
  @Nullable Long rate;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      descriptionKey = "option.reason")
  String reason;

  /** Made by the command line. */
  public ReplayViewsCommand() {
    this(System.out);
  }

  ReplayViewsCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (password == null) {
      out.println(Texts.of("replay.password"));
      return REFUSED;
    }
    JsonNode begun;
    try {
      HttpResponse<String> answer = logIn();
      if (answer.statusCode() < FIRST_REFUSAL) {
        answer = send("/api/admin/replays", wanted());
      }
      if (answer.statusCode() >= FIRST_REFUSAL) {
        return refused(answer);
      }
      begun = JSON.readTree(answer.body());
    } catch (IOException | IllegalArgumentException | JacksonException isNoRegistry) {
      out.println(Texts.of("replay.nobody", url));
      return REFUSED;
    }
    return show(begun);
  }

  private int show(JsonNode operation) throws InterruptedException {
    out.println(Texts.of("replay.started", operation.get("id").asString()));
    JsonNode ended = watch("/api/admin/replays/" + operation.get("id").asString(), operation);
    out.println();
    JsonNode error = ended.path("error");
    if (error.isObject()) {
      say(error);
    }
    out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ended.get("result")));
    if (ProgressLine.awaitsDecision(ended)) {
      out.println(Texts.of("replay.differs", operation.get("id").asString()));
    }
    return ended.get("state").asString().equals("SUCCEEDED") ? 0 : FAILED;
  }

  private ObjectNode wanted() {
    ObjectNode body = JSON.createObjectNode().put("target", "views").put("reason", reason);
    if (view != null) {
      body.put("view", view);
    }
    if (rate != null) {
      body.put("rateLimit", rate);
    }
    return body;
  }

  private HttpResponse<String> logIn() throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("userName", user).put("password", password);
    HttpResponse<String> session = send("/api/sessions", body);
    if (session.statusCode() < FIRST_REFUSAL) {
      token = JSON.readTree(session.body()).get("accessToken").asString();
    }
    return session;
  }

  /** Until it ends or awaits a decision, also over a restart and the end of a session. */
  private JsonNode watch(String path, JsonNode begun) throws InterruptedException {
    JsonNode operation = begun;
    while (!isOver(operation)) {
      try {
        operation = follow(path, operation);
      } catch (IOException away) {
        show(Texts.of("replay.away"));
        pause();
      }
    }
    return operation;
  }

  private static boolean isOver(JsonNode operation) {
    return ENDS.contains(operation.path("state").asString(""))
        || ProgressLine.awaitsDecision(operation);
  }

  /** In place of what the line showed before, however long that was. */
  private void show(String line) {
    out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    out.flush();
    shown = line.length();
  }

  private JsonNode follow(String path, JsonNode before) throws IOException, InterruptedException {
    HttpResponse<Stream<String>> stream =
        http.send(request(path + "/stream").GET().build(), BodyHandlers.ofLines());
    if (stream.statusCode() >= FIRST_REFUSAL) {
      pause();
      logIn();
      return before;
    }
    JsonNode operation = before;
    try (Stream<String> lines = stream.body()) {
      for (Iterator<String> each = lines.iterator(); !isOver(operation) && each.hasNext(); ) {
        String line = each.next();
        if (line.startsWith(DATA)) {
          operation = JSON.readTree(line.substring(DATA.length()));
          show(ProgressLine.of(operation));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return operation;
  }

  private static void pause() {
    CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS))
        .join();
  }

  private HttpResponse<String> send(String path, ObjectNode body)
      throws IOException, InterruptedException {
    return http.send(
        request(path).POST(BodyPublishers.ofString(body.toString())).build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path))
            .header("Content-Type", "application/json")
            .header("Accept-Language", Locale.getDefault().getLanguage());
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  /** The problem's own words: title, particulars, and each field that is wrong. */
  private int refused(HttpResponse<String> answer) {
    JsonNode problem = JSON.readTree(answer.body());
    say(problem);
    problem
        .path("errors")
        .forEach(
            fault ->
                out.println(
                    "  "
                        + fault.path("pointer").asString("")
                        + ": "
                        + fault.path("message").asString("")));
    return REFUSED;
  }

  private void say(JsonNode problem) {
    out.println(problem.path("title").asString("") + ". " + problem.path("detail").asString(""));
  }
}
