package vn.danvankheo.query.attachments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import vn.danvankheo.query.attachments.AttachmentStore.Paper;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.web.conditional.EntityTag;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.security.Right;

/** {@code GET /api/attachments/{id}}: a paper's bytes, which never change. */
public final class AttachmentsEndpoint implements Endpoint {
  private final AttachmentStore attachments;

  /**
   * Serves papers.
   *
   * @param attachments reads them
   */
  public AttachmentsEndpoint(AttachmentStore attachments) {
    this.attachments = attachments;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/attachments/{id}", "getAttachment", "Tài liệu kèm theo")
            .right(Right.READ)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(Answer.of(200, "Nội dung tài liệu", "application/octet-stream"))
            .to(this::answer));
  }

  private void answer(Exchange exchange) throws IOException {
    Paper paper =
        attachments
            .find(exchange.path("id"))
            .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
    if (Conditional.known(exchange, EntityTag.of(paper.id()), Conditional.IMMUTABLE)) {
      return;
    }
    exchange.response().setStatus(200);
    exchange.response().setContentType(paper.mediaType());
    exchange.response().setContentLengthLong(paper.size());
    exchange.response().setHeader("X-Content-Type-Options", "nosniff");
    exchange.response().setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    exchange.response().setHeader("Content-Disposition", disposition(paper.name()));
    if (!exchange.request().getMethod().equals("HEAD")) {
      attachments.copy(paper, exchange.response().getOutputStream());
    }
  }

  private static String disposition(String name) {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }
}
