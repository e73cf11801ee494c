package vn.danvankheo.command.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Tells Word and Excel files from other ZIP archives: by the part they are about and what the list
 * of parts says of it. Files with macros say something else there and are not taken. Of the content
 * only that list is unpacked, and no more of it than a real one has.
 */
final class OfficeFile {
  private static final String LIST = "[Content_Types].xml";
  private static final int LONGEST_LIST = 1 << 20;
  private static final int MOST_PARTS = 10_000;
  private static final Pattern PART = Pattern.compile("<Override\\b[^<>]*+>");
  private static final Pattern NAME = Pattern.compile("PartName=[\"']/([^\"']+)[\"']");
  private static final Pattern TYPE =
      Pattern.compile("ContentType=[\"']([^\"']+)\\.main\\+xml[\"']");

  private OfficeFile() {}

  static Optional<ContentType> typeOf(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry list = zip.getEntry(LIST);
      if (list == null || zip.size() > MOST_PARTS) {
        return Optional.empty();
      }
      return PART.matcher(read(zip, list))
          .results()
          .map(MatchResult::group)
          .flatMap(part -> mainType(zip, part).stream())
          .findFirst();
    } catch (ZipException | EOFException | IllegalArgumentException notAnArchive) {
      return Optional.empty();
    }
  }

  private static Optional<ContentType> mainType(ZipFile zip, String part) {
    Matcher name = NAME.matcher(part);
    Matcher type = TYPE.matcher(part);
    if (!name.find() || !type.find() || zip.getEntry(name.group(1)) == null) {
      return Optional.empty();
    }
    return Stream.of(ContentType.DOCX, ContentType.XLSX)
        .filter(known -> known.mediaType().equals(type.group(1)))
        .findFirst();
  }

  private static String read(ZipFile zip, ZipEntry list) throws IOException {
    try (InputStream in = zip.getInputStream(list)) {
      return new String(in.readNBytes(LONGEST_LIST), StandardCharsets.UTF_8);
    }
  }
}
