package vn.danvankheo.web.endpoint;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code Accept} as far as it is about JSON. */
final class Accept {
  private static final Set<String> JSON = Set.of("application/json", "application/*", "*/*");

  private Accept() {}

  /** Whether JSON is good enough for the caller. */
  static boolean json(@Nullable String accept) {
    if (accept == null || accept.isBlank()) {
      return true;
    }
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      int parameters = range.indexOf(';');
      String type = (parameters < 0 ? range : range.substring(0, parameters)).trim();
      if (JSON.contains(type) && !isExcluded(parameters < 0 ? "" : range.substring(parameters))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isExcluded(String parameters) {
    return parameters.replace(" ", "").matches(".*;q=0(\\.0*)?(;.*)?");
  }
}
