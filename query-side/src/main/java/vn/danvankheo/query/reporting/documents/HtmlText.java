package vn.danvankheo.query.reporting.documents;

/** Text as it stands in HTML and XML. */
public final class HtmlText {
  private HtmlText() {}

  /**
   * Escapes.
   *
   * @param text what anybody wrote
   * @return the same, for elements and quoted attributes; without control characters
   */
  public static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(c -> c >= ' ' || c == '\n')
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }
}
