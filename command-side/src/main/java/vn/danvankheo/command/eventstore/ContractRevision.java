package vn.danvankheo.command.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.danvankheo.events.digest.Sha256;

/**
 * Names what events, upcasters, states and folds are like in this release: a digest of their
 * compiled classes. It changes by itself when any of them does, so a snapshot that was folded
 * otherwise can't be taken for a current one.
 */
final class ContractRevision {
  private static final String CLASSES = "classpath*:vn/danvankheo/events/%s/**/*.class";
  private static final List<String> PACKAGES =
      List.of(
          "state",
          "fold",
          "upcasting",
          "vocabulary",
          "model",
          "unit",
          "plan",
          "account",
          "rating",
          "report");
  private static final int HEX_DIGITS = 16;

  private ContractRevision() {}

  /**
   * Today's revision.
   *
   * @return 16 hexadecimal digits
   */
  static String current() {
    PathMatchingResourcePatternResolver classes = new PathMatchingResourcePatternResolver();
    MessageDigest digest = Sha256.begin();
    PACKAGES.forEach(name -> add(digest, classes, CLASSES.formatted(name)));
    return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
  }

  private static void add(
      MessageDigest digest, PathMatchingResourcePatternResolver classes, String pattern) {
    try {
      List<Resource> sorted =
          Stream.of(classes.getResources(pattern))
              .sorted(Comparator.comparing(Resource::getFilename))
              .toList();
      if (sorted.isEmpty()) {
        throw new IllegalStateException("No classes under " + pattern);
      }
      for (Resource one : sorted) {
        digest.update(one.getContentAsByteArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
