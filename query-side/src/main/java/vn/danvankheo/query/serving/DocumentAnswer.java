package vn.danvankheo.query.serving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Function;
import org.bson.BsonDocument;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.query.mongo.DocumentJson;
import vn.danvankheo.web.endpoint.Exchange;

/** Answers with documents that were made in memory. */
public final class DocumentAnswer {
  private DocumentAnswer() {}

  /**
   * Answers with one document.
   *
   * @param exchange the request
   * @param document what to answer
   * @throws IOException when the caller is gone
   */
  public static void one(Exchange exchange, BsonDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_096);
    try (JsonGenerator out = JsonMapper.shared().createGenerator(bytes)) {
      DocumentJson.writeValue(document, out);
    }
    exchange.bytes(200, "application/json", bytes.toByteArray());
  }

  /**
   * Answers with one document under its tag.
   *
   * @param exchange the request
   * @param document what to answer
   * @param tag names its state, in its quotes
   * @throws IOException when the caller is gone
   */
  public static void one(Exchange exchange, BsonDocument document, String tag) throws IOException {
    if (!Conditional.known(exchange, tag, Conditional.REVALIDATE)) {
      one(exchange, document);
    }
  }

  /**
   * Answers with a page of a list.
   *
   * @param exchange the request
   * @param page the page
   * @param document makes an item's document
   * @throws IOException when the caller is gone
   * @param <T> an item
   */
  public static <T> void page(
      Exchange exchange, MemoryPage<T> page, Function<T, BsonDocument> document)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
    try (JsonGenerator out = JsonMapper.shared().createGenerator(bytes)) {
      out.writeStartObject();
      out.writeArrayPropertyStart("items");
      page.items().forEach(item -> DocumentJson.writeValue(document.apply(item), out));
      out.writeEndArray();
      out.writeStringProperty("nextCursor", page.nextCursor());
      out.writeNumberProperty("total", page.total());
      out.writeEndObject();
    }
    exchange.bytes(200, "application/json", bytes.toByteArray());
  }
}
