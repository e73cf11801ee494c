package vn.danvankheo.command.importing.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks put together part by part, so that tests can make any, also broken ones. */
public final class Workbooks {
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String RELATIONSHIPS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private Workbooks() {}

  /** One visible sheet of the given rows in SpreadsheetML. */
  public static Workbooks of(String rows) {
    Workbooks made = new Workbooks();
    made.part(
        "_rels/.rels", RELATIONSHIPS + relationship("rId1", "officeDocument", "xl/workbook.xml"));
    made.part(
        "xl/workbook.xml",
        "<workbook %s xmlns:r=\"%s\"><workbookPr/><sheets>".formatted(MAIN, OFFICE)
            + "<sheet name=\"Kín\" sheetId=\"2\" state=\"hidden\" r:id=\"rId9\"/>"
            + "<sheet name=\"Danh sách\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    made.part(
        "xl/_rels/workbook.xml.rels",
        RELATIONSHIPS
            + "<Relationship Id=\"rId1\" Type=\"%s/worksheet\" Target=\"/xl/worksheets/a.xml\"/>"
                .formatted(OFFICE)
            + "<Relationship Id=\"rId2\" Type=\"%s/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                .formatted(OFFICE)
            + relationship("rId3", "styles", "styles.xml"));
    made.part(
        "xl/worksheets/a.xml",
        "<worksheet %s><dimension ref=\"A1\"/><sheetData>%s</sheetData></worksheet>"
            .formatted(MAIN, rows));
    return made;
  }

  private static String relationship(String id, String kind, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/></Relationships>"
        .formatted(id, OFFICE, kind, target);
  }

  public Workbooks part(String name, String xml) {
    parts.put(name, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(UTF_8));
    return this;
  }

  /** Adds {@code date1904} and the like. */
  public Workbooks replacing(String name, String words, String others) {
    String xml = new String(parts.get(name), UTF_8);
    if (!xml.contains(words)) {
      throw new AssertionError(words);
    }
    parts.put(name, xml.replace(words, others).getBytes(UTF_8));
    return this;
  }

  public Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
