package vn.danvankheo.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.danvankheo.standalone.console.Refusal;
import vn.danvankheo.standalone.console.Refusal.Kind;
import vn.danvankheo.standalone.console.Texts;
import vn.danvankheo.standalone.replay.ReplayViewsCommand;
import vn.danvankheo.standalone.sample.SampleData;
import vn.danvankheo.standalone.sample.SampleRefused;

/** The whole registry in one process: {@code java -jar danvankheo.jar}. */
@Command(
    subcommands = {
      VerifyLedgerCommand.class,
      NewLedgerKeyCommand.class,
      NewMasterKeyCommand.class,
      ReplayViewsCommand.class
    })
public final class DanvankheoApplication extends Options implements Callable<Integer> {
  private static final String ADMINISTRATOR = "admin";
  private static final int FAILED = 1;

  /** Weaker than the environment, so that each can still be changed there. */
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "spring.main.banner-mode", "off",
          "spring.main.log-startup-info", "false",
          "logging.level.root", "warn",
          // It warns of every index that it goes without.
          "logging.level.de.bwaldvogel", "error",
          // It warns of fonts that a report does not use.
          "logging.level.org.apache.pdfbox", "error",
          "logging.pattern.console", "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5p %c{0}: %m%n%wEx");

  private final PrintStream out;
  private final Stores stores = new Stores();
  private volatile @Nullable ConfigurableApplicationContext context;

  private DanvankheoApplication(PrintStream out) {
    this.out = out;
  }

  /**
   * Starts the registry; it runs until Ctrl-C or a signal.
   *
   * @param arguments see {@code --help}; a start that fails ends with exit status 1, a refused
   *     option with 2, data folder with 3, port with 4, embedded store with 5
   */
  public static void main(String[] arguments) {
    // What is stored and printed has the same digits whatever the machine's language.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    // Axon would ask its maker's server for updates; a government's server calls nobody unasked.
    System.setProperty("axoniq.update-checker.disabled", "true");
    LoggingSystem.get(DanvankheoApplication.class.getClassLoader()).beforeInitialize();
    int exitCode =
        new CommandLine(new DanvankheoApplication(System.out))
            .setParameterExceptionHandler(DanvankheoApplication::explain)
            .setExecutionExceptionHandler(DanvankheoApplication::explain)
            .execute(arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  private static int explain(CommandLine.ParameterException exception, String[] arguments) {
    exception.getCommandLine().getErr().println("danvankheo: " + exception.getMessage());
    return CommandLine.ExitCode.USAGE;
  }

  private static int explain(
      Exception exception, CommandLine command, CommandLine.ParseResult result) {
    if (exception instanceof Refusal refusal) {
      command.getErr().println("danvankheo: " + refusal.getMessage());
      return refusal.exitCode();
    }
    exception.printStackTrace(command.getErr());
    return FAILED;
  }

  @Override
  public Integer call() {
    check();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    stores.hold(this);
    refuseTakenPort();
    Map<String, Object> properties = stores.start(this);
    properties.put("server.port", port);
    properties.put("danvankheo.data", data.toString());
    if (demo && !given(adminPassword)) {
      adminPassword = randomPassword();
    }
    if (given(adminPassword)) {
      properties.put("danvankheo.admin-password", adminPassword);
    }
    if (!run(properties)) {
      return FAILED;
    }
    tell(properties);
    if (demo) {
      loadSampleData();
    }
    return 0;
  }

  /** Before a store is started, so that a refused start takes no time. */
  private void refuseTakenPort() {
    try {
      new ServerSocket(port).close();
    } catch (IOException e) {
      throw new Refusal(Kind.PORT, "port.taken", port, e.getMessage());
    }
  }

  /** Whatever ends the process: first the web server and all that uses the stores, then these. */
  private void stop() {
    ConfigurableApplicationContext running = context;
    if (running != null) {
      running.close();
    }
    stores.close();
  }

  private boolean run(Map<String, Object> properties) {
    SpringApplication application = new SpringApplication(StandaloneConfiguration.class);
    application.setDefaultProperties(DEFAULTS);
    application.addInitializers(
        starting -> {
          context = starting;
          starting
              .getEnvironment()
              .getPropertySources()
              .addFirst(new MapPropertySource("options", properties));
        });
    application.setBeanNameGenerator(new EndpointNames());
    application.setRegisterShutdownHook(false);
    try {
      application.run();
      return true;
    } catch (RuntimeException reportedBySpring) {
      return false;
    }
  }

  private void tell(Map<String, Object> properties) {
    out.println(Texts.of("ready.listening", port));
    out.println(
        given(postgresUrl)
            ? Texts.of("ready.stores", properties.get("spring.datasource.url"))
            : Texts.of("ready.data", data.toAbsolutePath().normalize()));
    out.println(Texts.of("ready.logIn", ADMINISTRATOR));
    out.println(Texts.of("ready.stop"));
  }

  private void loadSampleData() {
    SampleData sample = new SampleData(URI.create("http://localhost:" + port), Clock.systemUTC());
    if (!sample.loaded()) {
      play(sample, Objects.requireNonNull(adminPassword));
      out.println(Texts.of("ready.demo", ADMINISTRATOR, adminPassword));
    }
    out.println(Texts.of("ready.demoAccounts", SampleData.LEADER, SampleData.PASSWORD));
  }

  private static void play(SampleData sample, String password) {
    try {
      sample.load(password);
    } catch (SampleRefused refused) {
      if (refused.status() == SampleRefused.UNAUTHORIZED) {
        throw new Refusal(Kind.OPTION, "demo.password");
      }
      throw refused;
    }
  }

  /** Nobody may know it beforehand, and everybody may read it on the screen. */
  private static String randomPassword() {
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
