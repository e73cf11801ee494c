package vn.danvankheo.standalone.processes;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that a laptop may lack, and the build server may not. */
public final class Needed {
  private Needed() {}

  /**
   * Where a program is.
   *
   * @param name its name on the search path
   * @param variable an environment variable that may name the file instead
   */
  public static Path program(String name, String variable) {
    String given = System.getenv(variable);
    Stream<Path> places =
        given != null
            ? Stream.of(Path.of(given))
            : Stream.concat(
                    Stream.of(System.getenv("PATH").split(File.pathSeparator)),
                    Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, name));
    return present(places.filter(Files::isExecutable).findFirst(), name);
  }

  /** A file of the repository's surroundings that is not there for everybody. */
  public static Path file(String path) {
    Path file = Path.of(path).toAbsolutePath().normalize();
    if (!Files.exists(file)) {
      abort(file + " is not there: skipped");
    }
    return file;
  }

  private static Path present(Optional<Path> found, String name) {
    return found.orElseGet(
        () -> {
          String message = name + " is not there";
          return Boolean.parseBoolean(System.getenv("CI")) ? fail(message) : abort(message);
        });
  }
}
