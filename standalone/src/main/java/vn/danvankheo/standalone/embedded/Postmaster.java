package vn.danvankheo.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.danvankheo.standalone.console.Refusal;
import vn.danvankheo.standalone.console.Refusal.Kind;

/** The server process of a data directory, as its postmaster.pid names it. */
final class Postmaster {
  private static final String PID_FILE = "postmaster.pid";

  private Postmaster() {}

  /** Whether the server of this directory runs. */
  static boolean runs(Path cluster) {
    return named(cluster).filter(process -> !isZombie(process)).isPresent();
  }

  /** The process the file names, be it the server's or one that got the same number since. */
  private static Optional<ProcessHandle> named(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve(PID_FILE));
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    } catch (NoSuchFileException stopped) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ended, but never asked after by its new parent, as in a container without an init process. */
  private static boolean isZombie(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
    } catch (IOException noSuchSystemOrProcess) {
      return false;
    }
  }

  /**
   * Stops the server that a killed process of ours left on this directory, and clears away a file
   * whose number now belongs to some other program. Where neither is certain PostgreSQL decides.
   */
  static void stopOrphan(Path cluster, PostgresPrograms programs) throws IOException {
    Optional<ProcessHandle> process = named(cluster);
    if (process.isEmpty()) {
      return;
    }
    ProcessHandle.Info info = process.get().info();
    Optional<String> program =
        info.command().map(command -> String.valueOf(Path.of(command).getFileName()));
    if (isZombie(process.get())
        || program.filter(name -> !name.startsWith("postgres")).isPresent()) {
      Files.delete(cluster.resolve(PID_FILE));
    } else if (program.isPresent() && serves(info, cluster)) {
      stop(cluster, programs);
    }
  }

  /** Some systems tell the program but not its arguments. */
  private static boolean serves(ProcessHandle.Info info, Path cluster) {
    return info.arguments()
        .map(arguments -> List.of(arguments).contains(cluster.toString()))
        .orElse(true);
  }

  /** Stops the server in good order, or by force when that takes too long; nothing is lost. */
  static void stop(Path cluster, PostgresPrograms programs) {
    for (String mode : List.of("fast", "immediate")) {
      List<String> stop = List.of("stop", "-D", cluster.toString(), "-m", mode, "-w", "-t", "60");
      if (programs.run("pg_ctl", stop).ok()) {
        return;
      }
    }
    throw new Refusal(Kind.STORE, "postgres.stuck", cluster);
  }
}
