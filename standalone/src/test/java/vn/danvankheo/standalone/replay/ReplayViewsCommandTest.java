package vn.danvankheo.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.standalone.console.Texts;

class ReplayViewsCommandTest {
  private static final String OPERATION =
      "{\"id\":\"r-1\",\"state\":\"%s\",\"done\":%d,\"total\":200,\"perSecond\":50.4,"
          + "\"etaSeconds\":%s,\"result\":{\"stage\":\"%s\"}}";

  private final List<String> asked = new ArrayList<>();
  private HttpServer registry;
  private String end = "SUCCEEDED";
  private String stage = "READING";
  private int started = 202;

  @BeforeEach
  void start() throws IOException {
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext("/", this::answer);
    registry.start();
  }

  @AfterEach
  void stop() {
    registry.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(path + " " + body);
    if (path.endsWith("/sessions")) {
      send(exchange, 200, "{\"accessToken\":\"t\"}");
    } else if (path.endsWith("/stream")) {
      String first = OPERATION.formatted("RUNNING", 50, "3", "READING");
      // The first stream breaks off, as it does when the registry is started anew.
      boolean again = asked.stream().filter(line -> line.contains("/stream")).count() > 1;
      String last = again ? "data: " + OPERATION.formatted(end, 200, "null", stage) + "\n\n" : "";
      send(exchange, 200, "event: operation\ndata: " + first + "\n\n" + last);
    } else if (started == 202) {
      send(exchange, 202, OPERATION.formatted("PENDING", 0, "null", "READING"));
    } else {
      send(exchange, started, "{\"title\":\"Đang chạy\",\"detail\":\"Chờ r-0\"}");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private record Ended(int status, String said) {}

  private Ended run(String... further) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--url",
                "http://localhost:" + registry.getAddress().getPort(),
                "--password",
                "x",
                "--reason",
                "Diễn tập"));
    arguments.addAll(List.of(further));
    return command(arguments);
  }

  private static Ended command(List<String> arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ReplayViewsCommand command =
        new ReplayViewsCommand(new PrintStream(said, true, StandardCharsets.UTF_8));
    int status = new CommandLine(command).execute(arguments.toArray(new String[0]));
    return new Ended(status, said.toString(StandardCharsets.UTF_8));
  }

  @Test
  void asksForTheReplayAndShowsItToItsEnd() {
    Ended ended = run("--view", "models", "--rate", "500");
    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(ended.said()).contains("r-1").contains(" 25 %  50/200  50/s").contains("0:00:03");
    assertThat(asked.get(1))
        .contains("\"target\":\"views\"")
        .contains("\"view\":\"models\"")
        .contains("\"rateLimit\":500")
        .contains("Diễn tập");
  }

  @Test
  void tellsByItsExitStatusWhatCameOfIt() {
    end = "FAILED";
    assertThat(run().status()).isEqualTo(1);
    started = 409;
    Ended refused = run();
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.said()).contains("Đang chạy").contains("r-0");
  }

  @Test
  void saysSoWhenNobodyAnswersOrThereIsNoSuchAddress() {
    for (String url : List.of("http://localhost:1", "localhost:8080")) {
      Ended ended = command(List.of("--url", url, "--password", "x", "--reason", "Diễn tập"));
      assertThat(ended.status()).isEqualTo(2);
      assertThat(ended.said()).contains(url).doesNotContain("Exception");
    }
  }

  /** The stream would go on for as long as nobody decides. */
  @Test
  void endsWhenTheReplayAwaitsADecision() {
    end = "PAUSED";
    stage = "DIFFERS\",\"awaiting\":\"swap";
    Ended ended = run();
    assertThat(ended.status()).as(ended.said()).isEqualTo(1);
    assertThat(ended.said()).contains(words("DIFFERS")).contains("/api/admin/replays/r-1/swap");
  }

  @Test
  void aLineForEveryState() {
    assertThat(line("RUNNING", 50)).startsWith("[#######-----").endsWith(words("READING"));
    assertThat(line("PAUSED", 50)).endsWith(words("PAUSED"));
    assertThat(line("SUCCEEDED", 200)).contains("100 %").doesNotContain("-");
    assertThat(ProgressLine.of(JsonMapper.shared().readTree("{\"state\":\"PENDING\"}")))
        .contains("  0 %  0/?")
        .endsWith(words("PENDING"));
  }

  private static String words(String key) {
    return Texts.of("replay.is." + key);
  }

  private static String line(String state, int done) {
    return ProgressLine.of(
        JsonMapper.shared().readTree(OPERATION.formatted(state, done, "null", "READING")));
  }
}
