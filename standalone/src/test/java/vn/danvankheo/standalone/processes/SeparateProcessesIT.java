package vn.danvankheo.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same jars that the containers run, on the same kind of servers. */
class SeparateProcessesIT {
  @TempDir private Path folder;

  @Test
  void theAcceptanceTourPassesTwiceOnOneOfEachSide() throws Exception {
    try (SeparateProcesses processes = SeparateProcesses.start(folder, 1, 1)) {
      for (int time = 1; time <= 2; time++) {
        Tour.pass(processes.gateway().address(), SeparateProcesses.PASSWORD);
      }
    }
  }

  @Test
  void theAcceptanceTourPassesOnTwoOfEachSide() throws Exception {
    try (SeparateProcesses processes = SeparateProcesses.start(folder, 2, 2)) {
      Tour.pass(processes.gateway().address(), SeparateProcesses.PASSWORD);
    }
  }

  @Test
  void oneOfTwoOfEachSideIsEnough() throws Exception {
    try (SeparateProcesses processes = SeparateProcesses.start(folder, 2, 2)) {
      processes.commands().get(0).program().kill();
      processes.queries().get(0).program().kill();
      Http gateway = processes.gateway();
      String credentials =
          "{\"userName\":\"admin\",\"password\":\"" + SeparateProcesses.PASSWORD + "\"}";
      for (int time = 1; time <= 4; time++) {
        assertThat(
                gateway
                    .call("POST", "/api/sessions", credentials, "Content-Type", "application/json")
                    .statusCode())
            .isBetween(200, 201);
        assertThat(gateway.call("GET", "/api/models", "").statusCode()).isEqualTo(401);
      }
    }
  }
}
