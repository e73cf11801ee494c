package vn.danvankheo.web.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  @TempDir Path folder;

  @Test
  void filesAreForTheirOwnerOnlyAndGoWhenItStops() throws IOException {
    try (Scratch scratch = Scratch.open(folder.resolve("new/scratch"))) {
      Path file = scratch.file();
      Files.createDirectories(scratch.folder().resolve("work/uploads"));
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(scratch.folder())).isEqualTo("rwx------");
      }
    }
    assertThat(names(folder.resolve("new/scratch"))).containsExactly(".lock");
  }

  @Test
  void livingOwnersLeaveEachOtherAlone() throws Exception {
    Process other = holder();
    try (Scratch first = Scratch.open(folder);
        BufferedReader said = other.inputReader()) {
      Path mine = first.file();
      Path theirs = Path.of(said.readLine());
      for (int i = 0; i < 3; i++) {
        try (Scratch second = Scratch.open(folder)) {
          assertThat(second.file()).exists();
          assertThat(mine).exists();
          assertThat(theirs).exists();
        }
      }

      other.destroyForcibly().waitFor();
      assertThat(theirs).exists();
      try (Scratch third = Scratch.open(folder)) {
        assertThat(mine).exists();
        assertThat(theirs).doesNotExist();
        assertThat(names(folder))
            .containsExactlyInAnyOrder(".lock", name(first.folder()), name(third.folder()));
      }
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void whatIsNotItsOwnIsLeftAlone() throws IOException {
    Files.createDirectories(folder.resolve("somebody/else"));
    Files.writeString(folder.resolve("notes"), "keep");
    Files.createDirectory(folder.resolve("process-without-owner"));
    Scratch.open(folder).close();
    assertThat(names(folder)).containsExactlyInAnyOrder(".lock", "notes", "somebody");
  }

  @Test
  void aPlaceThatCannotBeUsedIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> Scratch.open(file)).isInstanceOf(IOException.class);
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Stream<String> names(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(ScratchTest::name).toList().stream();
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Another process that makes a file, says where, and lives until it is ended. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      System.out.println(Scratch.open(Path.of(arguments[0])).file());
      System.in.read();
    }
  }
}
