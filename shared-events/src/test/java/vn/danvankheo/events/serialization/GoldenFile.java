package vn.danvankheo.events.serialization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One event as it was once stored. Files are added, never edited: {@code
 * golden/<Type>/<revision>[-variant].json}.
 */
record GoldenFile(String type, int revision, boolean variant, String text) {
  private static final Path ROOT = Path.of("src/test/resources/golden");
  private static final Pattern NAME = Pattern.compile("([1-9][0-9]*)(-[a-z-]+)?\\.json");

  static List<GoldenFile> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(Path::toString))
          .map(GoldenFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoldenFile read(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalStateException("Not a golden file's name: " + file);
    }
    try {
      return new GoldenFile(
          file.getParent().getFileName().toString(),
          Integer.parseInt(name.group(1)),
          name.group(2) != null,
          Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return type + ' ' + revision + (variant ? " (variant)" : "");
  }
}
