package vn.danvankheo.standalone.processes;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that a test starts, listens to and ends, one way or another. */
public final class Program implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(300);

  private final Process process;
  private final StringBuffer said = new StringBuffer();
  private final Thread listener;

  private Program(Process process) {
    this.process = process;
    this.listener = new Thread(this::listen, "output of " + process.pid());
    listener.setDaemon(true);
    listener.start();
  }

  /** A command line to be added to, environment and all. */
  public static Start of(String... line) {
    return new Start(List.of(line));
  }

  /**
   * A packaged program of this build, in English.
   *
   * @param module the Maven module
   * @param pattern what its jar is called
   */
  public static Start jar(String module, String pattern) {
    return java(Path.of(System.getProperty("java.home")))
        .with("-jar", packaged(module, pattern).toString());
  }

  /** Any program on a Java of one's choice, in English, on a machine that writes 1 as ۱. */
  public static Start java(Path home) {
    return of(
        home.resolve("bin/java").toString(),
        "-Xmx256m",
        "-Duser.language=en",
        "-Duser.language.format=fa");
  }

  /** Where the jar of a module of this build is. */
  public static Path packaged(String module, String pattern) {
    Path target = Path.of("..", module, "target").toAbsolutePath().normalize();
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches(pattern))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What to start. */
  public static final class Start {
    private final List<String> line;
    private final Map<String, String> environment = new LinkedHashMap<>();

    private Start(List<String> line) {
      this.line = new ArrayList<>(line);
    }

    public Start with(String... arguments) {
      line.addAll(List.of(arguments));
      return this;
    }

    /** Words before the whole line, like those that change the user. */
    public Start after(List<String> words) {
      line.addAll(0, words);
      return this;
    }

    public Start env(String name, Object value) {
      environment.put(name, value.toString());
      return this;
    }

    /** Starts it with nothing of our own settings in its environment. */
    public Program start() throws IOException {
      ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder
          .environment()
          .keySet()
          .removeIf(
              name ->
                  name.matches("(DANVANKHEO|POSTGRES|MONGODB|SERVER|SPRING|MANAGEMENT)_.*")
                      || name.equals("JAVA_TOOL_OPTIONS"));
      builder.environment().putAll(environment);
      return new Program(builder.start());
    }
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        said.append(line).append('\n');
      }
    } catch (IOException e) {
      said.append("(output lost: ").append(e).append(")\n");
    }
  }

  /** Everything it said so far, on both streams. */
  public String output() {
    return said.toString();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Waits until a condition holds; fails at once, with the output, when the program ends. */
  public Program until(String what, Callable<Boolean> condition) {
    await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> alive(what) && condition.call());
    return this;
  }

  private boolean alive(String what) {
    if (!process.isAlive()) {
      throw new IllegalStateException("ended before: " + what + "\n" + output());
    }
    return true;
  }

  /** Waits until both sides of a port say that they are ready. */
  public Program untilReady(int port) {
    Http http = new Http(port);
    return until("ready on " + port, () -> http.answers("/actuator/health/readiness"));
  }

  /** The signal that Ctrl-C and service managers send. */
  public int stop() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  /** Waits for its end. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running:\n" + output());
    }
    listener.join(PATIENCE.toMillis());
    return process.exitValue();
  }

  /** Ends it without any warning, as a power cut does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
