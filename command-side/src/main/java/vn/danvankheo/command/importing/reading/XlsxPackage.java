package vn.danvankheo.command.importing.reading;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of a workbook's archive and how they refer to each other. */
final class XlsxPackage implements Closeable {
  private static final int MOST_ENTRIES = 2_000;
  private static final long MOST_DECLARED_BYTES = 4L << 30;

  /** Relationships are kept in memory; a thousand of them take a tenth of this. */
  private static final long MOST_RELATIONSHIP_BYTES = 1 << 20;

  private final ZipFile zip;

  private XlsxPackage(ZipFile zip) {
    this.zip = zip;
  }

  static XlsxPackage open(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException | EOFException | IllegalArgumentException damaged) {
      throw new UnreadableFile(UnreadableFile.Reason.DAMAGED_FILE);
    }
    boolean harmless = false;
    try {
      refuseBombs(zip);
      harmless = true;
    } finally {
      if (!harmless) {
        zip.close();
      }
    }
    return new XlsxPackage(zip);
  }

  /** What the directory says of itself is a first sieve; the truth shows when it is unpacked. */
  private static void refuseBombs(ZipFile zip) {
    long declared = 0;
    boolean bursting = false;
    try {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        declared += Math.max(0, entry.getSize());
        bursting |= GuardedStream.isBursting(entry.getSize(), entry.getCompressedSize());
      }
    } catch (IllegalArgumentException malformedName) {
      throw new UnreadableFile(UnreadableFile.Reason.DAMAGED_FILE);
    }
    if (bursting || zip.size() > MOST_ENTRIES || declared > MOST_DECLARED_BYTES) {
      throw new UnreadableFile(UnreadableFile.Reason.SUSPICIOUS_COMPRESSION);
    }
  }

  Optional<InputStream> part(String name) throws IOException {
    return part(name, GuardedStream.MOST_BYTES);
  }

  private Optional<InputStream> part(String name, long most) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    try {
      InputStream unpacked = zip.getInputStream(entry);
      return Optional.of(new GuardedStream(unpacked, entry.getCompressedSize(), most));
    } catch (ZipException | EOFException damaged) {
      throw new UnreadableFile(UnreadableFile.Reason.DAMAGED_FILE);
    }
  }

  /** The parts that a part refers to, by the id it uses for them, as names in the archive. */
  Map<String, String> relationships(String of) throws IOException, XMLStreamException {
    return relationships(of, "Id");
  }

  /** The parts that a part refers to, by the last word of their kind. */
  Map<String, String> relationshipsByKind(String of) throws IOException, XMLStreamException {
    Map<String, String> byKind = new HashMap<>();
    relationships(of, "Type")
        .forEach((type, name) -> byKind.put(type.substring(type.lastIndexOf('/') + 1), name));
    return byKind;
  }

  private Map<String, String> relationships(String of, String key)
      throws IOException, XMLStreamException {
    String folder = of.substring(0, of.lastIndexOf('/') + 1);
    String name = folder + "_rels/" + of.substring(folder.length()) + ".rels";
    Map<String, String> found = new HashMap<>();
    Optional<InputStream> part = part(name, MOST_RELATIONSHIP_BYTES);
    if (part.isPresent()) {
      try (InputStream in = part.get()) {
        XMLStreamReader xml = Xml.reader(in);
        while (Xml.nextTag(xml)) {
          String id = Xml.isStart(xml, "Relationship") ? Xml.attribute(xml, key) : null;
          String target = id == null ? null : Xml.attribute(xml, "Target");
          if (id != null && target != null) {
            found.put(id, resolved(folder, target));
          }
        }
      }
    }
    return found;
  }

  private static String resolved(String folder, String target) {
    try {
      String path = URI.create("/" + folder).resolve(target).normalize().getPath();
      return path == null ? "" : path.replaceFirst("^/+", "");
    } catch (IllegalArgumentException isNoPath) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
