package vn.danvankheo.command.importing.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A workbook, read as a stream; only its visible sheets count. */
final class XlsxFile implements TableFile {
  private static final LocalDate OLD_MAC_DAY_ZERO = LocalDate.of(1904, 1, 1);

  private static final int MOST_SHEETS = 255;
  private static final int LONGEST_TITLE = 255;

  private static final byte[] NO_PART = "<none/>".getBytes(StandardCharsets.US_ASCII);

  private final XlsxPackage parts;
  private final Map<String, String> sheets = new LinkedHashMap<>();
  private LocalDate dayZero = DAY_ZERO;
  private DateStyles styles = DateStyles.none();
  private @Nullable SharedStrings strings;

  private XlsxFile(XlsxPackage parts) {
    this.parts = parts;
  }

  static XlsxFile open(Path file) throws IOException {
    XlsxFile workbook = new XlsxFile(XlsxPackage.open(file));
    boolean done = false;
    try {
      workbook.readParts(file.toAbsolutePath().getParent());
      done = true;
      return workbook;
    } catch (XMLStreamException malformed) {
      throw new UnreadableFile(UnreadableFile.Reason.DAMAGED_FILE);
    } finally {
      if (!done) {
        workbook.close();
      }
    }
  }

  private void readParts(Path folder) throws IOException, XMLStreamException {
    String name = parts.relationshipsByKind("").getOrDefault("officeDocument", "xl/workbook.xml");
    Map<String, String> byKind = parts.relationshipsByKind(name);
    readWorkbook(name, parts.relationships(name));
    try (InputStream in = part(byKind.get("styles"))) {
      styles = DateStyles.read(in);
    }
    try (InputStream in = part(byKind.get("sharedStrings"))) {
      strings = SharedStrings.read(in, folder);
    }
  }

  /** A part, or an empty document in its place when the workbook does without. */
  private InputStream part(@Nullable String name) throws IOException {
    Optional<InputStream> part = name == null ? Optional.empty() : parts.part(name);
    return part.orElseGet(() -> new ByteArrayInputStream(NO_PART));
  }

  private void readWorkbook(String name, Map<String, String> targets)
      throws IOException, XMLStreamException {
    InputStream part =
        parts.part(name).orElseThrow(() -> new UnreadableFile(UnreadableFile.Reason.NOT_A_TABLE));
    try (InputStream in = part) {
      XMLStreamReader xml = Xml.reader(in);
      if (!Xml.nextTag(xml) || !Xml.isStart(xml, "workbook")) {
        throw new UnreadableFile(UnreadableFile.Reason.NOT_A_TABLE);
      }
      while (Xml.nextTag(xml)) {
        if (Xml.isStart(xml, "sheet") && isVisible(Xml.attribute(xml, "state"))) {
          String target = targets.get(Xml.attribute(xml, "id"));
          String title = Xml.attribute(xml, "name");
          if (target != null && title != null) {
            sheets.put(title, target);
            if (sheets.size() > MOST_SHEETS || title.length() > LONGEST_TITLE) {
              throw new UnreadableFile(UnreadableFile.Reason.SUSPICIOUS_COMPRESSION);
            }
          }
        } else if (Xml.isStart(xml, "workbookPr") && isTrue(Xml.attribute(xml, "date1904"))) {
          dayZero = OLD_MAC_DAY_ZERO;
        }
      }
    }
  }

  private static boolean isVisible(@Nullable String state) {
    return state == null || state.equals("visible");
  }

  private static boolean isTrue(@Nullable String flag) {
    return "1".equals(flag) || "true".equals(flag);
  }

  @Override
  public List<String> tables() {
    return List.copyOf(sheets.keySet());
  }

  @Override
  public LocalDate dayZero() {
    return dayZero;
  }

  @Override
  public TableSource read(String table) throws IOException {
    InputStream in =
        parts
            .part(sheets.getOrDefault(table, ""))
            .orElseThrow(() -> new UnreadableFile(UnreadableFile.Reason.DAMAGED_FILE));
    return new XlsxRows(in, Objects.requireNonNull(strings), styles);
  }

  @Override
  public void close() throws IOException {
    try {
      if (strings != null) {
        strings.close();
      }
    } finally {
      parts.close();
    }
  }
}
