package vn.danvankheo.web.table;

import java.util.regex.Pattern;

/** Text inside SpreadsheetML, which writes characters that XML forbids as {@code _x001F_}. */
final class XmlText {
  private static final Pattern ESCAPE = Pattern.compile("_x\\p{XDigit}{4}_");

  private XmlText() {}

  static void append(StringBuilder xml, String text) {
    String literal = text.indexOf("_x") < 0 ? text : ESCAPE.matcher(text).replaceAll("_x005F$0");
    for (int i = 0, c; i < literal.length(); i += Character.charCount(c)) {
      c = literal.codePointAt(i);
      if (c == '&') {
        xml.append("&amp;");
      } else if (c == '<') {
        xml.append("&lt;");
      } else if (c == '>') {
        xml.append("&gt;");
      } else if (c == '"') {
        xml.append("&quot;");
      } else if (isAllowed(c)) {
        xml.appendCodePoint(c);
      } else {
        xml.append(String.format("_x%04X_", c));
      }
    }
  }

  static String of(String text) {
    StringBuilder xml = new StringBuilder(text.length() + 16);
    append(xml, text);
    return xml.toString();
  }

  private static boolean isAllowed(int character) {
    if (character < ' ') {
      return character == '\n' || character == '\t';
    }
    return !(character >= 0xD800 && character <= 0xDFFF)
        && character != 0xFFFE
        && character != 0xFFFF;
  }
}
