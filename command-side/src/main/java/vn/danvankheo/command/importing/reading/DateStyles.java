package vn.danvankheo.command.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Which of a workbook's cell styles show a number as a day. */
final class DateStyles {
  private static final Pattern NOT_PATTERN = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.");
  private static final int MOST_STYLES = 100_000;
  private static final int LONGEST_FORMAT = 1_000;

  private final BitSet days = new BitSet();

  static DateStyles none() {
    return new DateStyles();
  }

  static DateStyles read(InputStream part) throws XMLStreamException, IOException {
    DateStyles styles = new DateStyles();
    Set<Integer> dayFormats = new HashSet<>();
    XMLStreamReader xml = Xml.reader(part);
    boolean cellStyles = false;
    int style = 0;
    while (Xml.nextTag(xml) && style < MOST_STYLES && dayFormats.size() < MOST_STYLES) {
      if (Xml.isStart(xml, "numFmt") && showsDay(Xml.attribute(xml, "formatCode"))) {
        dayFormats.add(Xml.number(Xml.attribute(xml, "numFmtId")));
      } else if (xml.getLocalName().equals("cellXfs")) {
        cellStyles = xml.isStartElement();
      } else if (cellStyles && Xml.isStart(xml, "xf")) {
        int format = Xml.number(Xml.attribute(xml, "numFmtId"));
        styles.days.set(style++, isBuiltInDay(format) || dayFormats.contains(format));
      }
    }
    return styles;
  }

  boolean isDay(int style) {
    return style >= 0 && days.get(style);
  }

  private static boolean isBuiltInDay(int format) {
    return (format >= 14 && format <= 17)
        || format == 22
        || (format >= 27 && format <= 36)
        || (format >= 50 && format <= 58);
  }

  private static boolean showsDay(@Nullable String format) {
    if (format == null || format.length() > LONGEST_FORMAT) {
      return false;
    }
    String pattern = NOT_PATTERN.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    return pattern.indexOf('d') >= 0 || pattern.indexOf('y') >= 0;
  }
}
