package vn.danvankheo.standalone.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.danvankheo.standalone.processes.Http;
import vn.danvankheo.standalone.processes.Needed;
import vn.danvankheo.standalone.processes.Program;

/** The real nginx with the configuration that is deployed. */
public final class Gateway {
  private Gateway() {}

  /**
   * Starts it and waits until it listens.
   *
   * @param folder for its configuration and temporary files
   * @param port where to listen
   * @param command ports of command-side processes
   * @param query ports of query-side processes
   * @param commandHealth ports where command-side processes tell their health
   * @param queryHealth the same for query-side processes
   */
  public static Program start(
      Path folder,
      int port,
      List<Integer> command,
      List<Integer> query,
      List<Integer> commandHealth,
      List<Integer> queryHealth)
      throws IOException {
    Path nginx = Needed.program("nginx", "NGINX");
    Map<String, String> variables =
        Map.of(
            "GATEWAY_PORT", Integer.toString(port),
            "COMMAND_SERVERS", servers(command),
            "QUERY_SERVERS", servers(query),
            "COMMAND_HEALTH_SERVERS", servers(commandHealth),
            "QUERY_HEALTH_SERVERS", servers(queryHealth));
    String configuration = Files.readString(Path.of("../deploy/nginx.conf.template"));
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      configuration = configuration.replace("${" + variable.getKey() + "}", variable.getValue());
    }
    Path file = Files.writeString(folder.resolve("nginx.conf"), configuration);
    return Program.of(
            nginx.toString(), "-p", folder.toString(), "-c", file.toString(), "-e", "stderr", "-g")
        .with("daemon off;")
        .start()
        .until("nginx listens", () -> listens(port));
  }

  private static boolean listens(int port) throws IOException, InterruptedException {
    try {
      return new Http(port).call("GET", "/actuator", "").statusCode() == 404;
    } catch (java.net.ConnectException e) {
      return false;
    }
  }

  private static String servers(List<Integer> ports) {
    return ports.stream()
        .map(port -> "server 127.0.0.1:" + port + ";")
        .collect(Collectors.joining(" "));
  }
}
