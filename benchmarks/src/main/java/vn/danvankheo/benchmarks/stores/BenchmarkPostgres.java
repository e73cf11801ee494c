package vn.danvankheo.benchmarks.stores;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import vn.danvankheo.standalone.datafolder.DataFolder;
import vn.danvankheo.standalone.embedded.EmbeddedPostgres;

/** The product's embedded PostgreSQL on data of its own, gone when it is closed. */
public final class BenchmarkPostgres implements AutoCloseable {
  private static final List<String> TOLD =
      List.of(
          "server_version",
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "wal_sync_method",
          "shared_buffers",
          "max_wal_size");

  private final DataFolder folder;
  private final EmbeddedPostgres server;

  private BenchmarkPostgres(DataFolder folder, EmbeddedPostgres server) {
    this.folder = folder;
    this.server = server;
  }

  /**
   * Starts a server with an empty database.
   *
   * @param parent where its data folder is made; on a real disk, or durability costs nothing
   * @return the running server
   * @throws IOException when the folder cannot be made
   */
  public static BenchmarkPostgres start(Path parent) throws IOException {
    Files.createDirectories(parent);
    DataFolder folder = DataFolder.open(Files.createTempDirectory(parent, "postgres"));
    return new BenchmarkPostgres(folder, EmbeddedPostgres.start(folder));
  }

  /**
   * Where its data are.
   *
   * @return the data folder
   */
  public Path folder() {
    return folder.path();
  }

  /**
   * The database's JDBC address.
   *
   * @return without user and password
   */
  public String jdbcUrl() {
    return server.jdbcUrl();
  }

  /**
   * The database's owner.
   *
   * @return a user name
   */
  public String user() {
    return server.user();
  }

  /**
   * The owner's password.
   *
   * @return in plain text
   */
  public String password() {
    return server.password();
  }

  /**
   * Opens a connection outside any pool.
   *
   * @return to be closed by the caller
   * @throws SQLException when the server refuses
   */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), user(), password());
  }

  /**
   * Opens a pool.
   *
   * @param size connections at most
   * @return to be closed by the caller
   */
  public HikariDataSource pool(int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl());
    config.setUsername(user());
    config.setPassword(password());
    config.setMaximumPoolSize(size);
    return new HikariDataSource(config);
  }

  /**
   * What the server says of itself.
   *
   * @return version and settings, by their names
   * @throws SQLException when it cannot be asked
   */
  public Map<String, String> settings() throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String name : TOLD) {
        try (ResultSet row = statement.executeQuery("SHOW " + name)) {
          row.next();
          settings.put(name, row.getString(1));
        }
      }
    }
    return settings;
  }

  /**
   * What the server's processes and this one's children have used of the processors so far.
   *
   * @return nanoseconds
   */
  public long processorNanos() {
    return Stream.concat(postmaster().descendants(), ProcessHandle.current().descendants())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .mapToLong(Duration::toNanos)
        .sum();
  }

  private ProcessHandle postmaster() {
    try (Stream<Path> found = Files.walk(folder.path(), 2)) {
      Path file = found.filter(path -> path.endsWith("postmaster.pid")).findFirst().orElseThrow();
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    folder.close();
    FileSystemUtils.deleteRecursively(folder.path());
  }
}
