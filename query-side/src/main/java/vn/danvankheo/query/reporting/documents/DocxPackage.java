package vn.danvankheo.query.reporting.documents;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a Word document and how they refer to each other. */
final class DocxPackage {
  static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  static final String W =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  static final String R =
      " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String CHART =
      "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder types = new StringBuilder(1_000);
  private final StringBuilder relationships = new StringBuilder(1_000);
  private int referred;

  /** Adds a part that the document refers to; answers by what. */
  String add(String kind, String name, String contentType, String xml) {
    types.append("<Override PartName=\"/word/").append(name).append("\" ContentType=\"");
    types.append(contentType).append("\"/>");
    return add(kind, name, xml.getBytes(StandardCharsets.UTF_8));
  }

  String addWord(String kind, String name, String xml) {
    return add(kind, name, WORD + kind + "+xml", xml);
  }

  String addChart(String name, String xml) {
    return add("chart", name, CHART, xml);
  }

  String addImage(String name, byte[] png) {
    return add("image", name, png);
  }

  private String add(String kind, String name, byte[] part) {
    String id = "rId" + ++referred;
    relationships.append("<Relationship Id=\"").append(id).append("\" Type=\"").append(TYPE);
    relationships.append(kind).append("\" Target=\"").append(name).append("\"/>");
    parts.put("word/" + name, part);
    return id;
  }

  /** The whole, with the document itself. */
  byte[] zip(String document) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    put(
        all,
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
            + ("<Override PartName=\"/word/document.xml\" ContentType=\"" + WORD)
            + "document.main+xml\"/>"
            + types
            + "</Types>");
    put(
        all,
        "_rels/.rels",
        related(
            "<Relationship Id=\"rId1\" Type=\""
                + TYPE
                + "officeDocument\" Target=\"word/document.xml\"/>"));
    put(all, "word/document.xml", document);
    put(all, "word/_rels/document.xml.rels", related(relationships.toString()));
    all.putAll(parts);
    return StoredZip.zip(all);
  }

  private static String related(String relationships) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + relationships
        + "</Relationships>";
  }

  private static void put(Map<String, byte[]> parts, String name, String xml) {
    parts.put(name, (XML + xml).getBytes(StandardCharsets.UTF_8));
  }
}
