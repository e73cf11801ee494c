package vn.danvankheo.query.audit.ledger;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import vn.danvankheo.proof.NoteSignature;
import vn.danvankheo.proof.WitnessRequest;

/** Speaks C2SP tlog-witness with other servers. Waits for none of them for long. */
final class WitnessClient {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  /**
   * What a witness answered.
   *
   * @param cosignatures by its key over the checkpoint; empty when it refused
   * @param seen the size that it has seen last, when it says that it was another
   * @param status of HTTP
   */
  record Reply(List<NoteSignature> cosignatures, OptionalLong seen, int status) {}

  Reply ask(Witness witness, WitnessRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(witness.addCheckpoint())
                .timeout(ANSWER)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(request.body()))
                .build(),
            BodyHandlers.ofString());
    try {
      return reply(witness, request, answer);
    } catch (IllegalArgumentException e) {
      throw new IOException("Its answer can't be read: " + e.getMessage(), e);
    }
  }

  private static Reply reply(Witness witness, WitnessRequest request, HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status == 409) {
      return new Reply(List.of(), OptionalLong.of(size(answer.body())), status);
    }
    if (status != 200) {
      return new Reply(List.of(), OptionalLong.empty(), status);
    }
    String text = request.checkpoint().text();
    List<NoteSignature> own =
        answer
            .body()
            .lines()
            .map(NoteSignature::parse)
            .filter(signature -> witness.key().verify(text, signature))
            .toList();
    return new Reply(own, OptionalLong.empty(), status);
  }

  private static long size(String body) {
    return Long.parseLong(body.strip());
  }
}
