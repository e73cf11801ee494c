package vn.danvankheo.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.VerifierKey;

/**
 * {@code java -jar danvankheo-verifier.jar bundle.zip [--checkpoint file] [--key key]… [--witness
 * key]…}.
 */
public final class Main {
  /** Everything is proven. */
  static final int PROVEN = 0;

  /** Something is not proven, or was tampered with. */
  static final int NOT_PROVEN = 1;

  /** What was given can't be read. */
  static final int UNREADABLE = 2;

  private static final int MAX_NOTE = 1 << 20;

  private final List<VerifierKey> keys = new ArrayList<>();
  private final List<VerifierKey> witnesses = new ArrayList<>();
  private Optional<SignedNote> checkpoint = Optional.empty();
  private Optional<Path> bundle = Optional.empty();

  private Main() {}

  /**
   * Checks a bundle and ends the program: 0 all is proven, 1 something is not, 2 unreadable.
   *
   * @param args the bundle and the options
   */
  public static void main(String[] args) {
    System.exit(run(args, System.out, Locale.getDefault(Locale.Category.DISPLAY)));
  }

  /**
   * Checks a bundle.
   *
   * @param args as the program gets them
   * @param out told what was found
   * @param locale of who reads it
   * @return the exit status
   */
  public static int run(String[] args, PrintStream out, Locale locale) {
    Words words = new Words(locale);
    try {
      Main main = new Main();
      main.read(args);
      Path file = main.bundle.orElseThrow(() -> new Unreadable("usage"));
      try (Archive archive = Archive.open(file)) {
        Report report = new Verification(archive, main.keys, main.witnesses, main.checkpoint).run();
        print(report, words, out);
        return report.count() == 0 ? PROVEN : NOT_PROVEN;
      }
    } catch (Unreadable e) {
      out.println(words.say(e.finding()));
    } catch (IOException | InvalidPathException e) {
      out.println(words.say(new Finding("unreadable.file", List.of(e, e))));
    }
    return UNREADABLE;
  }

  private void read(String[] args) throws Unreadable {
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      if (arg.equals("--key") && i + 1 < args.length) {
        keys.add(key(args[++i]));
      } else if (arg.equals("--witness") && i + 1 < args.length) {
        witnesses.add(key(args[++i]));
      } else if (arg.equals("--checkpoint") && i + 1 < args.length) {
        checkpoint = Optional.of(note(args[++i]));
      } else if (!arg.startsWith("-") && bundle.isEmpty()) {
        bundle = Optional.of(Path.of(arg));
      } else {
        throw new Unreadable("usage");
      }
    }
  }

  private static VerifierKey key(String text) throws Unreadable {
    try {
      return VerifierKey.parse(text.strip());
    } catch (IllegalArgumentException e) {
      throw new Unreadable("unreadable.key");
    }
  }

  private static SignedNote note(String file) throws Unreadable {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > MAX_NOTE) {
        throw new Unreadable("unreadable.checkpoint", file);
      }
      return SignedNote.parse(Lines.utf8(Files.readAllBytes(path)));
    } catch (IllegalArgumentException e) {
      throw new Unreadable("unreadable.checkpoint", file);
    } catch (IOException e) {
      throw new Unreadable("unreadable.file", file, e.toString());
    }
  }

  private static void print(Report report, Words words, PrintStream out) {
    report.facts().forEach(fact -> out.println(words.say(fact)));
    section("title.proven", "  + ", report.proven(), words, out);
    section("title.problems", "  ! ", report.problems(), words, out);
    long more = report.count() - report.problems().size();
    if (more > 0) {
      out.println("  ! " + words.say(new Finding("more", List.of(more))));
    }
    section("title.limits", "  - ", report.limits(), words, out);
    out.println();
    out.println(words.say(new Finding(report.count() == 0 ? "all" : "notall", List.of())));
    out.flush();
  }

  private static void section(
      String title, String lead, List<Finding> findings, Words words, PrintStream out) {
    if (!findings.isEmpty()) {
      out.println();
      out.println(words.say(new Finding(title, List.of())));
      findings.forEach(finding -> out.println(lead + words.say(finding)));
    }
  }
}
