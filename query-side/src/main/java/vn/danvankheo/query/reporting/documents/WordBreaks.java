package vn.danvankheo.query.reporting.documents;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Lines end at blanks alone. What the library takes by default ends them before any slash, and with
 * it days and the numbers of documents; and it asks the Java it runs on, which may learn more.
 */
final class WordBreaks implements FSTextBreaker {
  private static final int DONE = -1;

  private String text = "";
  private int at;

  @Override
  public void setText(String newText) {
    text = newText;
    at = 0;
  }

  @Override
  public int next() {
    if (at >= text.length()) {
      return DONE;
    }
    int blank = text.indexOf(' ', at);
    at = blank < 0 ? text.length() : blank;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
