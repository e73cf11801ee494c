package vn.danvankheo.standalone.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TreeNode;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.standalone.processes.Program;

/**
 * The packaged program as the next release could be: {@code ModelUpdated} has its year as {@code
 * term}, {@code ModelInspected} its rating as {@code grade}. What differs is made from our sources
 * as an engineer would change them, and found before the jar's own.
 */
final class NextRelease {
  private static final Path SOURCES = Path.of("../shared-events/src/main/java");
  private static final String EVENTS = "vn/danvankheo/events/";
  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";
  private static final String UPCASTER =
      """
      package vn.danvankheo.events.upcasting;

      import tools.jackson.databind.node.ObjectNode;

      record Renamed(String type, int fromRevision, String from, String to) implements Upcaster {
        @Override
        public ObjectNode upcast(ObjectNode payload) {
          payload.set(to, payload.remove(from));
          return payload;
        }
      }
      """;

  private final Path folder;
  private final List<String> changed = new ArrayList<>();

  private NextRelease(Path folder) {
    this.folder = folder;
  }

  /**
   * The program, to be started.
   *
   * @param java where the Java is that runs it
   * @param pattern what the packaged program is called
   * @param folder for what differs
   */
  static Program.Start of(Path java, String pattern, Path folder) throws IOException {
    NextRelease next = new NextRelease(folder);
    next.change(
        "model/ModelUpdated",
        Map.of(
            "int year,", "int term,",
            "ModelEvent {}", "ModelEvent { public int year() { return term; } }"));
    next.change(
        "model/ModelInspected",
        Map.of(
            "Rating rating,", "Rating grade,",
            "ModelEvent {", "ModelEvent { public Rating rating() { return grade; }"));
    next.change(
        "catalogue/EventCatalogue",
        Map.of(
            "\"ModelUpdated\", 1,", "\"ModelUpdated\", 2,",
            "\"ModelInspected\", 1,", "\"ModelInspected\", 2,"));
    next.change(
        "upcasting/UpcasterChain",
        Map.of(
            "new UnitAliasesBecomeAList()",
            """
            new UnitAliasesBecomeAList(),
            new Renamed("ModelUpdated", 1, "year", "term"),
            new Renamed("ModelInspected", 1, "rating", "grade")
            """));
    next.write("upcasting/Renamed", UPCASTER);
    return Program.java(java)
        .with("-Dloader.path=" + next.compiled())
        .with("-cp", Program.packaged("standalone", pattern).toString(), LAUNCHER);
  }

  private void change(String name, Map<String, String> changes) throws IOException {
    String source = Files.readString(SOURCES.resolve(EVENTS + name + ".java"));
    for (Map.Entry<String, String> change : changes.entrySet()) {
      assertThat(source).containsOnlyOnce(change.getKey());
      source = source.replace(change.getKey(), change.getValue());
    }
    write(name, source);
  }

  private void write(String name, String source) throws IOException {
    Path file = folder.resolve(EVENTS + name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    changed.add(file.toString());
  }

  private Path compiled() {
    Path classes = folder.resolve("classes");
    String known =
        Stream.of(EventCatalogue.class, ObjectNode.class, TreeNode.class, Nullable.class)
            .map(one -> new File(one.getProtectionDomain().getCodeSource().getLocation().getPath()))
            .map(File::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> arguments = new ArrayList<>(List.of("--release", "17", "-proc:none"));
    arguments.addAll(List.of("-d", classes.toString(), "-cp", known));
    arguments.addAll(changed);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).isZero();
    return classes;
  }
}
