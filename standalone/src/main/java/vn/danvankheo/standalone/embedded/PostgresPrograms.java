package vn.danvankheo.standalone.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;
import vn.danvankheo.standalone.console.Refusal;
import vn.danvankheo.standalone.console.Refusal.Kind;

/**
 * PostgreSQL's programs, unpacked from the class path.
 *
 * @param home the folder with bin, lib and share
 * @param user how they are started
 */
record PostgresPrograms(Path home, Unprivileged user) {
  /** The release that the build brings along, like 18.3.0. */
  static final String VERSION = version();

  /** Data directories of one major version are not readable by another. */
  static final int MAJOR = Integer.parseInt(VERSION.substring(0, VERSION.indexOf('.')));

  /** What a program did: its exit status and everything it said. */
  record Outcome(int exitCode, String output) {
    boolean ok() {
      return exitCode == 0;
    }
  }

  /**
   * Unpacks the programs, unless an earlier start did. They live beside the data and not in the
   * temporary folder, which cleaners empty under a running server.
   */
  static PostgresPrograms unpackedIn(Path folder, Unprivileged user) {
    Path home = folder.resolve("postgres-programs-" + VERSION);
    try {
      if (!Files.isDirectory(home)) {
        Path next = folder.resolve("postgres-programs.new");
        FileSystemUtils.deleteRecursively(next);
        unpack(archive(System.getProperty("os.name"), System.getProperty("os.arch")), next);
        Files.move(next, home, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PostgresPrograms(home, user);
  }

  /** The resource that holds the programs for an operating system and processor. */
  static String archive(String os, String arch) {
    String system = os.toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "");
    String name =
        switch (system) {
          case "mac" -> "darwin";
          default -> system;
        };
    String processor =
        switch (arch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "arm_64";
          default -> arch;
        };
    return "/postgres-" + name + "-" + processor + ".txz";
  }

  private static void unpack(String archive, Path target) throws IOException {
    try (InputStream packed = PostgresPrograms.class.getResourceAsStream(archive)) {
      if (packed == null) {
        throw new Refusal(
            Kind.STORE,
            "postgres.platform",
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
      }
      TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = entry.resolveIn(target);
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
        throw new IOException("Cannot make executable: " + path);
      }
    }
  }

  /** Runs one of them to its end, in English and untouched by the caller's PG… variables. */
  Outcome run(String program, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(home.resolve("bin").resolve(program).toString());
    line.addAll(arguments);
    try {
      Path output = Files.createTempFile("danvankheo-" + program, ".out");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(user.command(line))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        int exitCode = builder.start().waitFor();
        return new Outcome(exitCode, Files.readString(output).strip());
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = PostgresPrograms.class.getResourceAsStream("postgres.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
