package vn.danvankheo.verifier;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the verifier says of a bundle. */
record Check(int status, String said) {
  static Check of(Path bundle, String... options) {
    return in(Locale.ENGLISH, bundle, options);
  }

  static Check in(Locale locale, Path bundle, String... options) {
    List<String> args = new ArrayList<>(List.of(options));
    args.add(bundle.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int status = Main.run(args.toArray(String[]::new), print, locale);
    return new Check(status, out.toString(StandardCharsets.UTF_8));
  }
}
