package vn.danvankheo.web.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
  @TempDir Path data;

  @Test
  void makesAFileOnceForItsOwnerOnly() throws IOException {
    KeyFolder folder = new KeyFolder(data.resolve("new"));
    assertThat(folder.read("a.key")).isEmpty();
    assertThat(folder.readOrCreate("a.key", () -> utf8("first"))).isEqualTo(utf8("first"));
    assertThat(folder.readOrCreate("a.key", () -> utf8("second"))).isEqualTo(utf8("first"));
    assertThat(folder.read("a.key")).contains(utf8("first"));

    Path file = folder.path("a.key");
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void replacesAFileAndLeavesNothingBeside() throws IOException {
    KeyFolder folder = new KeyFolder(data);
    folder.replace("checkpoint", utf8("one"));
    folder.replace("checkpoint", utf8("two"));
    assertThat(folder.read("checkpoint")).contains(utf8("two"));
    try (Stream<Path> files = Files.list(folder.path("checkpoint").getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("checkpoint", ".lock");
    }
  }

  @Test
  void allWhoBeginAtOnceGetTheSame() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> tasks =
          Stream.generate(() -> (Callable<String>) this::begin).limit(32).toList();
      List<Future<String>> all = threads.invokeAll(tasks);
      for (Future<String> each : all) {
        assertThat(each.get()).isEqualTo(all.get(0).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private String begin() throws IOException {
    byte[] key =
        new KeyFolder(data).readOrCreate("master.key", () -> utf8(UUID.randomUUID().toString()));
    return new String(key, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
