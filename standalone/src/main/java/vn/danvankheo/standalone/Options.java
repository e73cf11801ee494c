package vn.danvankheo.standalone;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import vn.danvankheo.standalone.console.Refusal;
import vn.danvankheo.standalone.console.Refusal.Kind;
import vn.danvankheo.standalone.console.Texts;

/** What the program is told when it starts, on the command line or else in the environment. */
@Command(
    name = "danvankheo",
    resourceBundle = Texts.BUNDLE,
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Options.Version.class)
class Options extends StoreOptions {
  static final int SHORTEST_PASSWORD = 12;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      descriptionKey = "option.port",
      defaultValue = "${env:DANVANKHEO_PORT:-8080}")
  int port;

  @Option(
      names = "--admin-password",
      paramLabel = "PASSWORD",
      descriptionKey = "option.adminPassword",
      defaultValue = "${env:DANVANKHEO_ADMIN_PASSWORD}")
  @Nullable String adminPassword;

  @Option(names = "--demo", descriptionKey = "option.demo")
  boolean demo;

  @Option(
      names = "--mongodb-uri",
      paramLabel = "URI",
      descriptionKey = "option.mongodbUri",
      defaultValue = "${env:MONGODB_URI}")
  @Nullable String mongodbUri;

  /**
   * Refuses what no start can work with.
   *
   * @throws Refusal for a port that is none, or a password that is too short
   */
  void check() {
    if (port < 1 || port > 65_535) {
      throw new Refusal(Kind.OPTION, "port.range", port);
    }
    if (given(adminPassword) && adminPassword.length() < SHORTEST_PASSWORD) {
      throw new Refusal(Kind.OPTION, "password.short", SHORTEST_PASSWORD);
    }
  }

  /** The release, as the build wrote it into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Options.class.getPackage().getImplementationVersion();
      return new String[] {"danvankheo " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
