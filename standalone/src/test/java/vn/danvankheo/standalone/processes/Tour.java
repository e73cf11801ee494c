package vn.danvankheo.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;

/** The acceptance tour beside the repository, for those who have it. */
final class Tour {
  private Tour() {}

  static void pass(URI address, String adminPassword) throws Exception {
    Path tour = Needed.file("../../shared/acceptance/tour.py");
    Path python = Needed.program("python3", "PYTHON");
    try (Program run =
        Program.of(python.toString(), tour.toString(), "--url", address.toString())
            .with("--password", adminPassword, "--part", "main")
            .start()) {
      int exitCode = run.exitCode();
      System.out.println("acceptance tour on " + address + ": " + lastLine(run.output()));
      assertThat(run.output())
          .doesNotContain("FAIL ")
          .containsPattern("[1-9]\\d* passed, 0 failed");
      assertThat(exitCode).isZero();
    }
  }

  private static String lastLine(String output) {
    String text = output.strip();
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
