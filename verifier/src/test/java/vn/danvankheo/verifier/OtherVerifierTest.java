package vn.danvankheo.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/verify.md says is enough: a program written from it comes to the same answers. */
class OtherVerifierTest {
  private static final Log LOG = new Log();

  @TempDir private Path folder;

  @BeforeAll
  static void needPython() {
    Bundle.fill(LOG, 20);
    try {
      new ProcessBuilder("python3", "--version").start();
    } catch (IOException e) {
      String message = "python3 is not there";
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        fail(message);
      }
      abort(message);
    }
  }

  @Test
  void provesWhatWeProve() throws Exception {
    Path bundle = Bundle.of(LOG, 20).write(folder);
    assertThat(run(bundle, LOG.key())).startsWith("0 14 events proven in the tree of 20 entries");
    assertThat(run(bundle)).startsWith("0 14 events");
    assertThat(run(bundle, new Log().key())).startsWith("1 ").contains("not signed");
    String note = LOG.checkpoint(7).replace("\n", "\\n");
    String line =
        "{\"checkpoint\":\""
            + note
            + "\",\"hashes\":"
            + Bundle.hashes(LOG.consistency(7, 20))
            + "}";
    Bundle earlier = Bundle.of(LOG, 20).put("consistency.ndjson", line + "\n").manifest();
    assertThat(run(earlier.write(folder))).startsWith("0 14 events");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vn.danvankheo.verifier.TamperTest#tampering")
  void refusesWhatWeRefuse(String what, Consumer<Bundle> tampering) throws Exception {
    Bundle bundle = Bundle.of(LOG, 20);
    tampering.accept(bundle);
    assertThat(run(bundle.write(folder))).matches("(?s)[12] .*");
    assertThat(run(bundle.manifest().write(folder))).matches("(?s)[12] .*");
  }

  private static String run(Path bundle, String... key) throws Exception {
    List<String> line = new ArrayList<>();
    line.add("python3");
    line.add("src/test/python/verify_bundle.py");
    line.add(bundle.toString());
    line.addAll(List.of(key));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + said;
  }
}
