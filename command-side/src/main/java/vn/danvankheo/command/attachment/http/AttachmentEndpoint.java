package vn.danvankheo.command.attachment.http;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.attachment.Attachment;
import vn.danvankheo.command.attachment.AttachmentStore;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.Upload;
import vn.danvankheo.web.security.Right;

/** Papers are handed in; the same content handed in again is the same paper. */
public final class AttachmentEndpoint implements Endpoint {
  private final AttachmentStore attachments;

  /**
   * An endpoint.
   *
   * @param attachments keeps them
   */
  public AttachmentEndpoint(AttachmentStore attachments) {
    this.attachments = attachments;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("POST", "/api/attachments", "attachFile", "Gửi tệp đính kèm (tối đa 25 MB)")
            .right(Right.ATTACH_FILE)
            .file()
            .answer(Answer.json(201, "Đã lưu", schema(), "Location"))
            .to(this::attach));
  }

  private void attach(Exchange exchange) throws IOException {
    Part file = Upload.of(exchange.request());
    String userName = exchange.as(Right.ATTACH_FILE).userName();
    Attachment kept;
    try (InputStream content = file.getInputStream()) {
      kept = attachments.keep(content, Upload.name(file), userName);
    } finally {
      file.delete();
    }
    exchange.response().setHeader("Location", "/api/attachments/" + kept.id());
    exchange.json(201, JsonMapper.shared(), kept);
  }

  private static ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode fields = schema.putObject("properties");
    for (String name : List.of("id", "name", "mediaType")) {
      fields.putObject(name).put("type", "string");
    }
    fields.putObject("size").put("type", "integer");
    schema.putArray("required").add("id").add("name").add("mediaType").add("size");
    return schema;
  }
}
