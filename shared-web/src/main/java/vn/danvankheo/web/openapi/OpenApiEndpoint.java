package vn.danvankheo.web.openapi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.problem.ProblemCode;

/** Serves the documents of what a process serves: of commands, of queries, or of both. */
public final class OpenApiEndpoint implements Endpoint {
  private static final String VERSION = "1";

  private final List<Operation> own;
  private final byte[] command;
  private final byte[] query;

  /**
   * Documents operations, and itself among them.
   *
   * @param others everything else that is served
   */
  public OpenApiEndpoint(List<Operation> others) {
    this.own =
        List.of(
            document("command", "Tài liệu OpenAPI của các lệnh"),
            document("query", "Tài liệu OpenAPI của các truy vấn"));
    List<Operation> all = new ArrayList<>(others);
    all.addAll(own);
    command = bytes("danvankheo: lệnh", all.stream().filter(o -> !o.isQuery()).toList());
    query = bytes("danvankheo: truy vấn", all.stream().filter(Operation::isQuery).toList());
  }

  @Override
  public List<Operation> operations() {
    return own;
  }

  private Operation document(String side, String summary) {
    return Operation.of("GET", "/api/openapi/" + side + ".json", side + "Document", summary)
        .open()
        .answer(
            Answer.json(
                200, "OpenAPI 3.1", JsonNodeFactory.instance.objectNode().put("type", "object")))
        .to(exchange -> answer(exchange, side.equals("command") ? command : query));
  }

  private static void answer(Exchange exchange, byte[] document) throws IOException {
    if (document.length == 0) {
      throw ProblemCode.NOT_FOUND.problem().exception();
    }
    exchange.bytes(200, "application/json", document);
  }

  private static byte[] bytes(String title, List<Operation> operations) {
    return operations.isEmpty()
        ? new byte[0]
        : JsonMapper.shared().writeValueAsBytes(OpenApiDocument.of(title, VERSION, operations));
  }
}
