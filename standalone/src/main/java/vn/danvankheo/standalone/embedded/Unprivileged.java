package vn.danvankheo.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.danvankheo.standalone.console.Refusal;
import vn.danvankheo.standalone.console.Refusal.Kind;

/**
 * How this user starts PostgreSQL, which refuses to run as root.
 *
 * @param prefix what goes before each command line
 * @param uid whose files the server's have to be, or -1 for whoever started us
 */
record Unprivileged(List<String> prefix, int uid) {
  /** For everybody but root. */
  static final Unprivileged AS_WE_ARE = new Unprivileged(List.of(), -1);

  /** A user namespace without a mapping: still root's files, but nobody's rights. */
  static final Unprivileged NAMESPACE = new Unprivileged(List.of("unshare", "-U"), 0);

  /** Where namespaces are forbidden, as in containers: user nobody, let through root's folders. */
  static final Unprivileged NOBODY =
      new Unprivileged(
          List.of(
              "setpriv",
              "--reuid=65534",
              "--regid=65534",
              "--clear-groups",
              "--securebits=+no_setuid_fixup",
              "--inh-caps=+dac_override",
              "--ambient-caps=+dac_override"),
          65534);

  /**
   * The first way that works here.
   *
   * @throws Refusal as root, when none does
   */
  static Unprivileged find() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return AS_WE_ARE;
    }
    return Stream.of(NAMESPACE, NOBODY)
        .filter(Unprivileged::works)
        .findFirst()
        .orElseThrow(() -> new Refusal(Kind.STORE, "postgres.root"));
  }

  private boolean works() {
    try {
      return new ProcessBuilder(command(List.of("true")))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  List<String> command(List<String> line) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(line);
    return all;
  }

  /** Hands a file or folder of the server's over, where another way of starting made it. */
  void own(Path path) throws IOException {
    if (uid < 0 || !Files.exists(path) || Files.getAttribute(path, "unix:uid").equals(uid)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(path)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        Files.setAttribute(entry, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }
}
