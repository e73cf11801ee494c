package vn.danvankheo.standalone.datafolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.danvankheo.standalone.console.Refusal;

class DataFolderTest {
  @TempDir private Path temporary;

  @Test
  void makesTheFolderAndMarksItsLayout() throws IOException {
    Path path = temporary.resolve("a/b");
    try (DataFolder folder = DataFolder.open(path)) {
      assertThat(folder.path()).isEqualTo(path);
      assertThat(path.resolve("danvankheo.version")).hasContent("1");
      assertThat(path.resolve("danvankheo.lock"))
          .hasContent(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void isHeldByOneAtATimeAndFreeAfterwards() throws IOException {
    try (DataFolder first = DataFolder.open(temporary)) {
      assertThatThrownBy(() -> DataFolder.open(temporary))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(3))
          .hasMessageContaining(first.path().toString())
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }
    DataFolder.open(temporary).close();
  }

  @Test
  void refusesAnotherLayout() throws IOException {
    DataFolder.open(temporary).close();
    Files.writeString(temporary.resolve("danvankheo.version"), "2\n");
    assertThatThrownBy(() -> DataFolder.open(temporary)).isInstanceOf(Refusal.class);
    assertThat(temporary.resolve("danvankheo.version")).hasContent("2");
  }

  @Test
  void refusesAFolderOfSomethingElse() throws IOException {
    Files.writeString(temporary.resolve("letter.txt"), "dear");
    assertThatThrownBy(() -> DataFolder.open(temporary)).isInstanceOf(Refusal.class);
    assertThat(temporary.resolve("danvankheo.version")).doesNotExist();
  }

  @Test
  void refusesAFile() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThatThrownBy(() -> DataFolder.open(file)).isInstanceOf(Refusal.class);
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path path = temporary.resolve("new");
    DataFolder.open(path).close();
    DataFolder.write(path.resolve("secret"), "first\n");
    DataFolder.write(path.resolve("secret"), "second\n");
    assertThat(mode(path)).isEqualTo("rwx------");
    assertThat(mode(path.resolve("secret"))).isEqualTo("rw-------");
    assertThat(path.resolve("secret")).hasContent("second");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
