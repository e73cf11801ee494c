package vn.danvankheo.query.views.publicsite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.web.problem.Language;

/** The latest recognised models as Atom 1.0 and JSON Feed 1.1. */
final class Feeds {
  static final String ATOM = "application/atom+xml";
  static final String JSON = "application/feed+json";
  private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

  private final String base;
  private final Language language;
  private final List<PublicModel> models;

  /**
   * Prepares feeds.
   *
   * @param base the service's address without a path
   * @param models newest first
   */
  Feeds(String base, Language language, List<PublicModel> models) {
    this.base = base;
    this.language = language;
    this.models = List.copyOf(models);
  }

  byte[] json() {
    ObjectNode feed = JsonNodeFactory.instance.objectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", title());
    feed.put("home_page_url", base + "/");
    feed.put("feed_url", base + "/api/public/feed.json");
    feed.put("language", language.tag());
    ArrayNode items = feed.putArray("items");
    for (PublicModel model : models) {
      ObjectNode item = items.addObject();
      item.put("id", model.id());
      item.put("url", address(model));
      item.put("title", model.title());
      item.put("content_text", model.content());
      item.put("date_published", model.recognizedOn() + "T00:00:00+07:00");
      item.put("date_modified", model.updatedAt().toString());
    }
    return JsonMapper.shared().writeValueAsBytes(feed);
  }

  byte[] atom() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter out = XML.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("feed");
      out.writeDefaultNamespace("http://www.w3.org/2005/Atom");
      out.writeAttribute("xml:lang", language.tag());
      element(out, "id", base + "/api/public/feed.atom");
      element(out, "title", title());
      element(out, "updated", updated().toString());
      link(out, "self", base + "/api/public/feed.atom");
      for (PublicModel model : models) {
        entry(out, model);
      }
      out.writeEndElement();
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The feed can't be written", e);
    }
    return bytes.toByteArray();
  }

  private void entry(XMLStreamWriter out, PublicModel model) throws XMLStreamException {
    out.writeStartElement("entry");
    element(out, "id", "urn:uuid:" + model.id());
    element(out, "title", String.valueOf(model.title()));
    element(out, "updated", model.updatedAt().toString());
    element(out, "published", model.recognizedOn() + "T00:00:00+07:00");
    link(out, "alternate", address(model));
    out.writeStartElement("author");
    element(out, "name", String.valueOf(model.unitName()));
    out.writeEndElement();
    element(out, "summary", String.valueOf(model.content()));
    out.writeEndElement();
  }

  private String title() {
    return Labels.of("feed.title", language);
  }

  private String address(PublicModel model) {
    return base + "/api/public/models/" + model.id();
  }

  private Instant updated() {
    return models.stream()
        .map(PublicModel::updatedAt)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private static void link(XMLStreamWriter out, String rel, String href) throws XMLStreamException {
    out.writeEmptyElement("link");
    out.writeAttribute("rel", rel);
    out.writeAttribute("href", href);
  }

  private static void element(XMLStreamWriter out, String name, String text)
      throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(text);
    out.writeEndElement();
  }
}
