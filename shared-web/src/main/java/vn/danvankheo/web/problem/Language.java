package vn.danvankheo.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages the service speaks. */
public enum Language {
  VI,
  EN;

  private static final List<Locale> SPOKEN = List.of(new Locale("vi"), Locale.ENGLISH);

  /**
   * The language a caller prefers.
   *
   * @param request its request
   * @return Vietnamese unless {@code Accept-Language} prefers English
   */
  public static Language of(HttpServletRequest request) {
    return of(request.getHeader("Accept-Language"));
  }

  static Language of(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return VI;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      return Locale.ENGLISH.equals(best) ? EN : VI;
    } catch (IllegalArgumentException malformed) {
      return VI;
    }
  }

  /**
   * Its tag.
   *
   * @return as in {@code Content-Language}
   */
  public String tag() {
    return this == EN ? "en" : "vi";
  }
}
