package vn.danvankheo.web.endpoint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Chooses what to answer as by the request's {@code Accept}. */
public final class Accept {
  private static final List<String> JSON = List.of("application/json");

  private Accept() {}

  /**
   * What the caller likes best.
   *
   * @param accept the header; null when it is missing
   * @param offered media types, the usual one first
   * @return one of those; the usual one when the caller does not say; empty when it takes none, or
   *     what it says is malformed
   */
  public static Optional<String> best(@Nullable String accept, List<String> offered) {
    if (accept == null || accept.isBlank()) {
      return offered.stream().findFirst();
    }
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .filter(range -> range.getQualityValue() > 0)
          .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
          .flatMap(range -> offered.stream().filter(type -> isIn(range, type)).limit(1))
          .findFirst();
    } catch (InvalidMediaTypeException malformed) {
      return Optional.empty();
    }
  }

  /** Whether JSON is good enough for the caller. */
  static boolean json(@Nullable String accept) {
    return best(accept, JSON).isPresent();
  }

  private static boolean isIn(MediaType range, String type) {
    return range.includes(MediaType.parseMediaType(type));
  }
}
