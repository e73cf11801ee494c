package vn.danvankheo.standalone.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.danvankheo.standalone.processes.Program;

/** What Compose itself says of the file; it needs no engine for that. */
class ComposeIT {
  private static final List<String> SECRETS =
      List.of(
          "POSTGRES_PASSWORD",
          "MONGODB_ROOT_PASSWORD",
          "MONGODB_PASSWORD",
          "DANVANKHEO_ADMIN_PASSWORD");

  @Test
  void takesTheFileWithEverySecretAndRefusesItWithoutAnyOne() throws Exception {
    Program complete = config("");
    assertThat(complete.exitCode()).as(complete.output()).isZero();
    for (String missing : SECRETS) {
      Program incomplete = config(missing);
      assertThat(incomplete.exitCode()).as(missing).isNotZero();
      assertThat(incomplete.output()).contains(missing);
    }
  }

  private static Program config(String missing) throws IOException, InterruptedException {
    Program.Start start = compose().with("-f", "../docker-compose.yml", "config", "-q");
    SECRETS.stream()
        .filter(secret -> !secret.equals(missing))
        .forEach(secret -> start.env(secret, "0123456789ab"));
    return start.start();
  }

  /** The plug-in where there is one, else the program of its own. */
  private static Program.Start compose() throws InterruptedException {
    for (List<String> line : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
      try {
        if (Program.of(line.toArray(new String[0])).with("version").start().exitCode() == 0) {
          return Program.of(line.toArray(new String[0]));
        }
      } catch (IOException noSuchProgram) {
        continue;
      }
    }
    return abort("neither docker compose nor docker-compose is there");
  }
}
