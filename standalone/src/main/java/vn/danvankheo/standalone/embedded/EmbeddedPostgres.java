package vn.danvankheo.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import vn.danvankheo.standalone.console.Refusal;
import vn.danvankheo.standalone.console.Refusal.Kind;
import vn.danvankheo.standalone.datafolder.DataFolder;

/**
 * A PostgreSQL server with its data in the data folder, for this process alone: on the loopback, on
 * a port of chance, behind a password of chance. Commits are on disk before they are answered.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final String USER = "danvankheo";
  private static final int PORTS = 5;
  private static final String PORT_TAKEN = "could not bind";
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final Path cluster;
  private final PostgresPrograms programs;
  private final String password;
  private int port;
  private final ScheduledExecutorService watchman =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "postgres-watchman");
            thread.setDaemon(true);
            return thread;
          });
  private boolean closed;

  private EmbeddedPostgres(Path cluster, PostgresPrograms programs, String password) {
    this.cluster = cluster;
    this.programs = programs;
    this.password = password;
  }

  /**
   * Starts the server on the folder's data, which the first start makes. A server left over by a
   * killed process is stopped first.
   *
   * @param folder a data folder that this process holds
   * @throws Refusal when the data is another major version's, or the server does not come up
   */
  public static EmbeddedPostgres start(DataFolder folder) {
    return start(folder, Unprivileged.find());
  }

  static EmbeddedPostgres start(DataFolder folder, Unprivileged user) {
    return start(folder, user, EmbeddedPostgres::freePort);
  }

  static EmbeddedPostgres start(DataFolder folder, Unprivileged user, IntSupplier ports) {
    Path cluster = folder.path().resolve("postgres-" + PostgresPrograms.MAJOR);
    try {
      refuseOtherMajors(folder.path(), cluster);
      PostgresPrograms programs = PostgresPrograms.unpackedIn(folder.path(), user);
      Path secret = folder.path().resolve("postgres-password");
      if (!Files.exists(cluster)) {
        create(cluster, secret, programs);
      } else if (!Files.exists(secret)) {
        throw new Refusal(Kind.DATA, "postgres.password", secret);
      }
      user.own(cluster);
      user.own(log(cluster));
      EmbeddedPostgres server =
          new EmbeddedPostgres(cluster, programs, Files.readString(secret).strip());
      try {
        server.launchOnOneOf(ports);
      } catch (RuntimeException e) {
        server.close();
        throw e;
      }
      server.watchman.scheduleWithFixedDelay(server::relaunch, 1, 1, TimeUnit.SECONDS);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuseOtherMajors(Path folder, Path cluster) throws IOException {
    if (Files.exists(cluster)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.matches("postgres-\\d+"))
          .findFirst()
          .ifPresent(
              other -> {
                throw new Refusal(
                    Kind.DATA, "postgres.major", folder.resolve(other), PostgresPrograms.MAJOR);
              });
    }
  }

  /**
   * Under another name until it is whole, so that a start killed half way leaves nothing behind.
   */
  private static void create(Path cluster, Path secret, PostgresPrograms programs)
      throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    DataFolder.write(secret, HexFormat.of().formatHex(random) + "\n");
    Path next = cluster.resolveSibling(cluster.getFileName() + ".new");
    FileSystemUtils.deleteRecursively(next);
    PostgresPrograms.Outcome outcome =
        programs.run(
            "initdb",
            List.of(
                "--pgdata=" + next,
                "--username=" + USER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    if (!outcome.ok()) {
      throw new Refusal(Kind.STORE, "postgres.failed", outcome.output());
    }
    Files.move(next, cluster, StandardCopyOption.ATOMIC_MOVE);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that was free may be another program's a moment later; then there are others. */
  private void launchOnOneOf(IntSupplier ports) throws IOException {
    for (int left = PORTS; ; left--) {
      port = ports.getAsInt();
      try {
        launch();
        return;
      } catch (Refusal e) {
        if (left == 1 || !e.getMessage().contains(PORT_TAKEN)) {
          throw e;
        }
      }
    }
  }

  private void launch() throws IOException {
    Postmaster.stopOrphan(cluster, programs);
    Path log = log(cluster);
    PostgresPrograms.Outcome outcome =
        programs.run(
            "pg_ctl",
            List.of(
                "start",
                "-D",
                cluster.toString(),
                "-l",
                log.toString(),
                "-w",
                "-t",
                "600",
                "-o",
                settings()));
    if (!outcome.ok()) {
      throw new Refusal(Kind.STORE, "postgres.failed", outcome.output() + "\n" + tail(log));
    }
    checkDurable();
  }

  private static Path log(Path cluster) {
    return cluster.resolveSibling(cluster.getFileName() + ".log");
  }

  /** Errors stay out of the server's log: their texts would repeat what people typed. */
  private String settings() {
    Stream<String> fixed =
        Stream.of(
            "listen_addresses=" + LOOPBACK,
            "port=" + port,
            "unix_socket_directories=",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_min_messages=log",
            "log_error_verbosity=terse",
            "log_checkpoints=off");
    return Stream.concat(fixed, DURABLE.stream().map(name -> name + "=on"))
        .map(setting -> "-c " + setting)
        .collect(Collectors.joining(" "));
  }

  private static String tail(Path log) throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
  }

  /** Asks the server itself, because a forgotten setting file can say otherwise. */
  private void checkDurable() {
    try (Connection connection = DriverManager.getConnection(jdbcUrl(), user(), password);
        Statement statement = connection.createStatement()) {
      for (String setting : DURABLE) {
        try (ResultSet result = statement.executeQuery("SHOW " + setting)) {
          if (!result.next() || !"on".equals(result.getString(1))) {
            throw new Refusal(Kind.STORE, "postgres.notDurable", setting);
          }
        }
      }
    } catch (SQLException e) {
      throw new Refusal(Kind.STORE, "postgres.failed", e.getMessage());
    }
  }

  /** The system may end the server for want of memory; whoever waits for it then finds it again. */
  private synchronized void relaunch() {
    if (closed || Postmaster.runs(cluster)) {
      return;
    }
    LOG.error("PostgreSQL ended by itself; starting it again");
    try {
      launch();
    } catch (IOException | RuntimeException e) {
      LOG.error("PostgreSQL does not start; trying again", e);
    }
  }

  /** The database's JDBC address. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/postgres";
  }

  /** The database's owner. */
  public String user() {
    return USER;
  }

  /** The owner's password, hexadecimal. */
  public String password() {
    return password;
  }

  /** Stops the server in good order. */
  @Override
  public synchronized void close() {
    watchman.shutdownNow();
    if (!closed && Postmaster.runs(cluster)) {
      Postmaster.stop(cluster, programs);
    }
    closed = true;
  }
}
