package vn.danvankheo.standalone.console;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the console: Vietnamese on a Vietnamese machine, else English. */
public final class Texts {
  /** The bundle's base name, for programs that read it themselves. */
  public static final String BUNDLE = "vn.danvankheo.standalone.console.console";

  private Texts() {}

  /**
   * A text in the machine's language.
   *
   * @param key a key of the bundle
   * @param arguments what its placeholders {0}, {1}… stand for
   * @throws java.util.MissingResourceException when the bundle has no such key
   */
  public static String of(String key, Object... arguments) {
    return in(Locale.getDefault(), key, arguments);
  }

  static String in(Locale locale, String key, Object... arguments) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), locale).format(plain(arguments));
  }

  /** Numbers are ports and process ids here: digits only, no thousands separators. */
  private static Object[] plain(Object[] arguments) {
    Object[] strings = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      strings[i] = String.valueOf(arguments[i]);
    }
    return strings;
  }
}
