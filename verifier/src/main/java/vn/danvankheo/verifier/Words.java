package vn.danvankheo.verifier;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What people read: Vietnamese for those whose system is, English for everybody else. */
final class Words {
  private final ResourceBundle bundle;

  Words(Locale locale) {
    this.bundle =
        ResourceBundle.getBundle(
            "vn.danvankheo.verifier.words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A sentence. What comes from a bundle can't steer the reader's terminal. */
  String say(Finding finding) {
    Object[] args =
        finding.args().stream()
            .map(arg -> arg.toString().replaceAll("[\\p{Cntrl}\\p{Cf}]", "?"))
            .toArray();
    return new MessageFormat(bundle.getString(finding.key()), Locale.ROOT).format(args);
  }
}
