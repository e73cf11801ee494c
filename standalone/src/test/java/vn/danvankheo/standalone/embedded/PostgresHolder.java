package vn.danvankheo.standalone.embedded;

import java.io.IOException;
import java.nio.file.Path;
import vn.danvankheo.standalone.datafolder.DataFolder;

/** A process that starts the embedded server, says its address, and waits to be killed. */
final class PostgresHolder {
  private PostgresHolder() {}

  public static void main(String[] arguments) throws IOException {
    EmbeddedPostgres server = EmbeddedPostgres.start(DataFolder.open(Path.of(arguments[0])));
    System.out.println(server.jdbcUrl());
    int end = System.in.read();
    System.exit(end);
  }
}
