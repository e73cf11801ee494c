package vn.danvankheo.standalone.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a program on a port of this machine. */
public final class Http {
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final int port;

  public Http(int port) {
    this.port = port;
  }

  /** Whether somebody takes connections there. */
  static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      return socket.isConnected();
    } catch (IOException nobody) {
      return false;
    }
  }

  public URI address() {
    return URI.create("http://localhost:" + port);
  }

  /** The whole answer, whatever its status. */
  public HttpResponse<String> call(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return call(
        method,
        path,
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
        BodyHandlers.ofString(),
        headers);
  }

  /** The answer to any body, read in any way. */
  <T> HttpResponse<T> call(
      String method, String path, BodyPublisher body, BodyHandler<T> reading, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address().resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), reading);
  }

  /**
   * Whether a GET is answered by 200. Nobody listening is no, and so is hanging up: a program looks
   * early in its start whether its port is taken, and lets it go again.
   */
  public boolean answers(String path) throws InterruptedException {
    try {
      return call("GET", path, "").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
