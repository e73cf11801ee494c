package vn.danvankheo.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.http.Http.expect;
import static vn.danvankheo.command.http.Http.refused;
import static vn.danvankheo.command.http.Http.send;
import static vn.danvankheo.command.http.Office.json;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.command.attachment.AttachmentStore;

/** Papers over HTTP: taken by their content, kept once, named by commands. */
class PapersStoreTest {
  private static final Office OFFICE = Office.open();

  private static byte[] pdf(String text) {
    return ("%PDF-1.4\n% " + text + "\n%%EOF\n").getBytes(UTF_8);
  }

  private static HttpRequest.Builder upload(Http who, String part, String name, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--b\r\nContent-Disposition: form-data; name=\""
                + part
                + "\"; filename=\""
                + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
    return who.to("/api/attachments")
        .header("Content-Type", "multipart/form-data; boundary=b")
        .POST(BodyPublishers.ofByteArray(body.toByteArray()));
  }

  @Test
  void aPaperIsKeptOnceAndNamedByCommands() {
    HttpResponse<String> first =
        send(upload(OFFICE.clerk, "file", "giấy tờ/Biên bản.pdf", pdf("một")));
    JsonNode kept = Answers.documented("attachFile", first, 201);
    assertThat(kept.get("id").stringValue()).matches("sha256:[0-9a-f]{64}");
    assertThat(kept.get("name").stringValue()).isEqualTo("Biên bản.pdf");
    assertThat(kept.get("mediaType").stringValue()).isEqualTo("application/pdf");
    assertThat(kept.get("size").intValue()).isEqualTo(pdf("một").length);
    assertThat(first.headers().firstValue("Location"))
        .hasValue("/api/attachments/" + kept.get("id").stringValue());
    JsonNode again = expect(send(upload(OFFICE.leader, "file", "khác.pdf", pdf("một"))), 201);
    assertThat(again.get("id")).isEqualTo(kept.get("id"));

    String id = OFFICE.model("Có tài liệu kèm theo");
    expect(
        OFFICE.clerk.patch(
            "/api/models/" + id, json("{'attachments':['%s']}", kept.get("id").stringValue())),
        200);
  }

  @Test
  void contentCountsAndNotTheName() {
    byte[] zip = {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    refused(send(upload(OFFICE.clerk, "file", "a.pdf", zip)), 415, "UNSUPPORTED_CONTENT");
    refused(
        send(upload(OFFICE.clerk, "file", "a.pdf", "<html>".getBytes(UTF_8))),
        415,
        "UNSUPPORTED_CONTENT");
    refused(send(upload(OFFICE.clerk, "file", "a.pdf", new byte[0])), 415, "UNSUPPORTED_CONTENT");
  }

  @Test
  void whatIsTooLargeIsToldToItsSender() {
    byte[] large = new byte[(int) AttachmentStore.MAX_BYTES + 1];
    System.arraycopy(pdf(""), 0, large, 0, 9);
    refused(send(upload(OFFICE.clerk, "file", "a.pdf", large)), 413, "BODY_TOO_LARGE");
    byte[] larger = Arrays.copyOf(large, 30 * 1024 * 1024);
    refused(send(upload(OFFICE.clerk, "file", "a.pdf", larger)), 413, "BODY_TOO_LARGE");
  }

  @Test
  void theLargestThatIsTaken() {
    byte[] largest = new byte[(int) AttachmentStore.MAX_BYTES];
    System.arraycopy(pdf(""), 0, largest, 0, 9);
    JsonNode kept = expect(send(upload(OFFICE.clerk, "file", "a.pdf", largest)), 201);
    assertThat(kept.get("size").longValue()).isEqualTo(AttachmentStore.MAX_BYTES);
  }

  @Test
  void exactlyOneFileInAMultipartBody() {
    JsonNode problem =
        refused(send(upload(OFFICE.clerk, "paper", "a.pdf", pdf("x"))), 422, "INVALID_FIELDS");
    assertThat(problem.get("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/paper", "/file");
    refused(OFFICE.clerk.post("/api/attachments", "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
    refused(
        send(
            OFFICE
                .clerk
                .to("/api/attachments")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString("--b\r\ncut off"))),
        400,
        "MALFORMED_MULTIPART");
    refused(
        send(upload(OFFICE.clerk, "file", "a.pdf", pdf("x")).header("Content-Encoding", "gzip")),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
    refused(send(upload(OFFICE.auditor, "file", "a.pdf", pdf("x"))), 403, "FORBIDDEN");
  }
}
